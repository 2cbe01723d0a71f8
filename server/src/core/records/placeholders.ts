/** A placeholder; offsets into the text given. */
export interface FoundPlaceholder {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Things that only hold the place of a value: `{{X}}`, `[Name]`, `TBD`, `____`, `<Insert …>`. `N/A` is none. */
export function findPlaceholders(_text: string): FoundPlaceholder[] {
  return [];
}

/** Whether nothing but placeholders, spaces and punctuation stands in the text (and at least one placeholder). */
export function isOnlyPlaceholder(_text: string): boolean {
  return false;
}
