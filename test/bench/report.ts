import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { quantile, type Times } from "./measure.ts";

const number = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value)
    ? "–"
    : value < 10
      ? value.toFixed(1)
      : Math.round(value).toLocaleString("en");
export const one = (value: number | undefined): string => number(value);
/** p50/p99. */
export const two = (values: readonly number[]): string =>
  values.length === 0 ? "–" : `${number(quantile(values, 0.5))}/${number(quantile(values, 0.99))}`;

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

export const timesRow = (name: string, { edit, completion, hover }: Times): string[] => [
  name,
  two(edit),
  two(completion),
  two(hover),
];

/** What the figures were taken on. */
export function machine(emptyNode: number): string {
  const model = cpus()[0]?.model ?? "unknown processor";
  const day = new Date().toISOString().slice(0, 10);
  return `${model}, ${cpus().length} cores, Node ${process.version}, ${day}; an empty Node took ${Math.round(emptyNode)} ms to start. Milliseconds, p50/p99.`;
}

const [BEGIN, END] = ["<!-- figures: written by npm run bench -- --write -->", "<!-- /figures -->"];

/** Puts the figures between their marks in a page; everything else stays. */
export function writeFigures(page: string, figures: string): void {
  const text = readFileSync(page, "utf8");
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${page} has no place for the figures`);
  writeFileSync(page, `${text.slice(0, start + BEGIN.length)}\n${figures.trim()}\n\n${text.slice(end)}`);
}
