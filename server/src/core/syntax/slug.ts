/** Anchors of headings as code hosts make them: lower case, punctuation taken off, spaces to hyphens. */
export function slugOf(title: string): string {
  const lower = title.trim().toLowerCase();
  if (PLAIN.test(lower)) return lower.includes(" ") ? lower.replaceAll(" ", "-") : lower;
  return lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replace(/ /g, "-");
}

/** Nothing but what stays as it is, and spaces. */
const PLAIN = /^[a-z0-9_ -]*$/;

/** Gives each heading its anchor: the second of the same name gets `-1`, the third `-2`. One instance a document. */
export class Slugger {
  readonly #seen = new Map<string, number>();

  slug(title: string): string {
    const base = slugOf(title);
    let n = this.#seen.get(base);
    if (n === undefined) {
      this.#seen.set(base, 0);
      return base;
    }
    let slug: string;
    do slug = `${base}-${++n}`;
    while (this.#seen.has(slug));
    this.#seen.set(base, n);
    this.#seen.set(slug, 0);
    return slug;
  }
}
