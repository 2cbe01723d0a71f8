/** Anchors of headings as code hosts make them: lower case, punctuation taken off, spaces to hyphens. */
export function slugOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replace(/ /g, "-");
}

/** Gives each heading its anchor: the second of the same name gets `-1`, the third `-2`. One instance a document. */
export class Slugger {
  readonly #seen = new Map<string, number>();

  slug(title: string): string {
    const base = slugOf(title);
    let slug = base;
    let n = this.#seen.get(base) ?? 0;
    while (this.#seen.has(slug)) slug = `${base}-${++n}`;
    this.#seen.set(base, n);
    if (slug !== base) this.#seen.set(slug, 0);
    return slug;
  }
}
