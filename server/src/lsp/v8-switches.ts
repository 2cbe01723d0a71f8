import { setFlagsFromString } from "node:v8";

/** Switches of V8 that the server turns at work, as they usually stand. They are of the whole process. */
const USUAL = {
  /** By how much the heap may grow before it is collected again, in hundredths; 0 leaves that to V8. */
  "heap-growing-percent": 0,
  /** How many times as large V8 makes the room for young objects when many of them live on. */
  "semi-space-growth-factor": 2,
  /** How much bytecode V8 takes into one function that it compiles for speed. */
  "max-inlined-bytecode-size-cumulative": 920,
  /** After so much bytecode that was run V8 thinks of compiling a function for speed. */
  "interrupt-budget": 67_584,
} as const;

export type Switch = keyof typeof USUAL;

/** Versions of V8 that do not have a switch say so aloud, and may have another measure in its place. */
const known = (name: Switch, v8 = process.versions.v8): boolean =>
  name !== "interrupt-budget" || v8.startsWith("11.3.");

const turned = new Map<Switch, number>();

/** How a switch stands now. */
const standing = (name: Switch): number => turned.get(name) ?? USUAL[name];

const set = (name: Switch, value: number): void => setFlagsFromString(`--${name}=${value}`);

export function turn(name: Switch, value: number): void {
  if (!known(name) || standing(name) === value) return;
  turned.set(name, value);
  set(name, value);
}

/**
 * Lets a switch stand as it usually does.
 * @param from where it was turned to; one that has been turned elsewhere since is left so
 */
export function turnBack(name: Switch, from = standing(name)): void {
  if (standing(name) === from && turned.delete(name)) set(name, USUAL[name]);
}

/** Does `work` with all switches as they usually stand: V8 takes a code cache only where they stand as they did when it was made. */
export function asUsual<T>(work: () => T): T {
  for (const name of turned.keys()) set(name, USUAL[name]);
  try {
    return work();
  } finally {
    for (const [name, value] of turned) set(name, value);
  }
}
