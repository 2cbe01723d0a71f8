/** A person or a role as written in one place. */
export interface Person {
  readonly name: string;
  readonly role?: string;
}

/** Reads `Jane Doe (CTO)`, `Jane Doe, CTO`, `CTO`. */
export function readPerson(text: string): Person {
  return { name: text };
}

/** Whether two texts surely name the same person; false in doubt. */
export function samePerson(a: string, b: string): boolean {
  return a === b;
}
