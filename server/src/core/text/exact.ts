const NOTHING: readonly never[] = [];

/**
 * The items of a list that grew one by one, in a list that has no room for more of them: of the many short lists that are kept of every
 * document, most of the memory would be that room. All that are empty are one.
 */
export const exact = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NOTHING : list.slice());
