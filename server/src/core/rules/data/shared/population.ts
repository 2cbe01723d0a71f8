import { dataQuality } from "../../../catalog/data-quality.ts";

const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .slice(0, 600)
    .replace(/[^\p{L}\p{N}.+-]+/gu, " ")
    .trim()} `;
const has = (words: string, word: string): boolean => words.includes(` ${word} `) || words.includes(` ${word}. `);
const hasAny = (words: string, list: readonly string[]): boolean => list.some((word) => has(words, word));

/** Places a population names, and whether it takes in the whole world. */
function placesIn(words: string): { readonly named: readonly string[]; readonly everywhere: boolean } {
  const { places, names, everywhere } = dataQuality();
  const known = [...Object.keys(places), ...Object.values(places).flat()];
  const named = known.filter((place) => has(words, place.toLowerCase()));
  for (const [name, place] of Object.entries(names)) if (has(words, name)) named.push(place);
  return { named: [...new Set(named)], everywhere: hasAny(words, everywhere) };
}

const covers = (wide: string, place: string): boolean =>
  wide === place || (dataQuality().places[wide] ?? []).includes(place);
/** Whether a place of the data lies within the place of use: data from a part are about a part of it. */
const touches = (a: string, b: string): boolean => covers(a, b) || covers(b, a);

function elsewhere(from: string, to: string): string | undefined {
  const [data, use] = [placesIn(from), placesIn(to)];
  if (data.named.length === 0 || data.everywhere || use.everywhere) return undefined;
  const outside = use.named.filter((place) => !data.named.some((known) => touches(known, place)));
  return outside.length > 0
    ? `the data are from ${data.named.join(", ")}, the system is used in ${outside.join(", ")}`
    : undefined;
}

/** `aged 18 to 65`, `18-65 years`: the first range of ages a text names. */
function ages(words: string): readonly [number, number] | undefined {
  const m =
    /\b(?:ages?|aged|between) (?:of )?(\d{1,2}) ?(?:-|to|and) ?(\d{1,3})\b/.exec(words) ??
    /\b(\d{1,2}) ?(?:-|to) ?(\d{1,3}) (?:years?|yrs?)\b(?! (?:of|ago))/.exec(words);
  return m ? [Number(m[1]), Number(m[2])] : undefined;
}

function ofOtherAge(from: string, to: string): string | undefined {
  const [data, use] = [ages(from), ages(to)];
  if (data && use && (use[0] < data[0] || use[1] > data[1])) {
    return `the data are about people aged ${data[0]} to ${data[1]}, the system is used on those aged ${use[0]} to ${use[1]}`;
  }
  const { adults, minors } = dataQuality();
  const onlyAdults = hasAny(from, adults) && !hasAny(from, minors);
  return onlyAdults && hasAny(to, minors) ? "the data are about adults, the system is used on minors too" : undefined;
}

/** The words that say who is meant, without endings of number. */
function nouns(words: string): Set<string> {
  const { filler, whole, narrowed } = dataQuality();
  const skip = new Set([...filler, ...whole, ...narrowed]);
  return new Set(
    words
      .trim()
      .split(" ")
      .map((word) => word.replace(/(?<![.+-])[.+-]+$/, "").replace(/s$/, ""))
      .filter((word) => word.length > 2 && !skip.has(word) && !skip.has(`${word}s`)),
  );
}

function narrower(from: string, to: string): string | undefined {
  const { narrowed, whole } = dataQuality();
  if (!hasAny(from, narrowed) || !whole.some((word) => to.startsWith(` ${word} `)) || hasAny(to, narrowed))
    return undefined;
  const known = nouns(from);
  const use = [...nouns(to)];
  const same = use.length > 0 && use.every((noun) => known.has(noun));
  return same ? "the data are about a part of those the system is used on" : undefined;
}

/**
 * How the population data were drawn from plainly differs from the one they are used for: place, age, or a part against the whole.
 * Undefined where the two texts do not show it: other words for the same people are no difference.
 */
export function difference(population: string, deployment: string): string | undefined {
  const [from, to] = [wordsOf(population), wordsOf(deployment)];
  return from === to ? undefined : (elsewhere(from, to) ?? ofOtherAge(from, to) ?? narrower(from, to));
}
