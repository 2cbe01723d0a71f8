import fc from "fast-check";
import { decode } from "../../server/src/files/decode.ts";
import { PIECES, SEEDS } from "./seeds.ts";

/** One change of a text. Places are parts of 1, so that an edit makes sense in a text of any length. */
export interface Mutation {
  readonly how:
    | "put"
    | "cut"
    | "put-many"
    | "double"
    | "swap"
    | "end"
    | "crlf"
    | "cr"
    | "splice"
    | "bytes"
    | "encode"
    | "nest";
  readonly at: number;
  readonly to: number;
  readonly n: number;
  readonly piece: string;
}

/** A file that is made, and then edited as if somebody typed. */
export interface Input {
  readonly path: string;
  readonly text: string;
  readonly edits: readonly Mutation[];
}

const PATHS = [
  "/aims/fuzz.yaml",
  "/aims/fuzz.md",
  "/aims/fuzz.csv",
  "/aims/risks.md",
  "/aims/systems.yaml",
  "/aims/aims.yaml",
  "/aims/soa.csv",
  "/aims/_TEMPLATE-fuzz.md",
  "/aims/a b/ü#%20.md",
  "/elsewhere/fuzz.yaml",
];

const SIZE = 60_000;

const ENCODINGS = ["utf8", "utf16le", "latin1"] as const;

/** `text` after one mutation; never longer than some tens of thousands of characters. */
export function mutate(text: string, { how, at, to, n, piece }: Mutation): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + Math.floor(to * 80));
  return change().slice(0, SIZE);

  function change(): string {
    switch (how) {
      case "put":
        return text.slice(0, start) + piece + text.slice(end);
      case "cut":
        return text.slice(0, start) + text.slice(end);
      case "put-many":
        return text.slice(0, start) + piece.repeat(Math.min(n, Math.ceil(4000 / piece.length))) + text.slice(start);
      case "double":
        return text.slice(0, end) + text.slice(start);
      case "swap": {
        const lines = text.split("\n");
        const [a, b] = [Math.floor(at * lines.length), Math.floor(to * lines.length)];
        [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
        return lines.join("\n");
      }
      case "end":
        return text.slice(0, start);
      case "crlf":
        return text.replaceAll("\n", "\r\n");
      case "cr":
        return text.replaceAll("\n", "\r");
      case "splice":
        return (
          text.slice(0, start) + (SEEDS[n % SEEDS.length]?.text ?? "").slice(Math.floor(to * 500)) + text.slice(end)
        );
      case "bytes": {
        const bytes = Buffer.from(text);
        for (let i = 0; i < Math.min(8, n); i++)
          bytes[(start + i * 37) % Math.max(1, bytes.length)] = (n * 31 + i * 97) & 255;
        return textOf(bytes, text);
      }
      case "encode": {
        const bytes = Buffer.from(text, ENCODINGS[n % 3]);
        return textOf(n % 2 === 0 ? Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]) : bytes, text);
      }
      case "nest":
        return (
          text.slice(0, start) +
          Array.from({ length: Math.min(n, 150) }, (_, i) => `\n${" ".repeat(i)}${piece}`).join("") +
          text.slice(start)
        );
    }
  }
}

/** What the shells would make of these bytes; the text itself where they would not read them. */
function textOf(bytes: Uint8Array, text: string): string {
  const decoded = decode(bytes);
  return "text" in decoded ? decoded.text : text;
}

const part = fc.integer({ min: 0, max: 9999 }).map((n) => n / 10_000);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  how: fc.constantFrom<Mutation["how"]>(
    ...([
      "put",
      "put",
      "put",
      "put",
      "cut",
      "cut",
      "put-many",
      "double",
      "swap",
      "end",
      "crlf",
      "cr",
      "splice",
      "bytes",
      "encode",
      "nest",
    ] as const),
  ),
  at: part,
  to: part,
  n: fc.nat(3000),
  piece: fc.constantFrom(...PIECES),
});

const fromSeed = fc
  .tuple(fc.nat(SEEDS.length - 1), fc.array(mutation, { maxLength: 5 }))
  .map(([seed, mutations]) => mutations.reduce(mutate, SEEDS[seed]?.text ?? ""));
const fromPieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));
const fromNothing = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => textOf(bytes, "")),
);

/** Files as they are, as they come out of mergers and editors, and as nobody would write them. */
export const input: fc.Arbitrary<Input> = fc.record({
  path: fc.constantFrom(...PATHS),
  text: fc.oneof(
    { weight: 8, arbitrary: fromSeed },
    { weight: 2, arbitrary: fromPieces },
    { weight: 1, arbitrary: fromNothing },
  ),
  edits: fc.array(mutation, { maxLength: 3 }),
});
