/** A record id found in prose; offsets into the text given. */
export interface FoundId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the whole text has the shape of a record id (`RISK-001`, `AUD-2026-01`). */
export function looksLikeId(_text: string): boolean {
  return false;
}

/** Record ids in prose, by the known prefixes and shapes. */
export function findIds(_text: string): FoundId[] {
  return [];
}

/** The id in the form in which ids are compared. */
export function normalizeId(id: string): string {
  return id.trim().toUpperCase();
}
