// npm run fuzz [-- --minutes N] [--inputs N] [--seed N] [--slowest FILE]: drives the engine with hostile texts for as long as it is
// told, and writes the text that took longest into the file.
// With --sequences N: plays N random sequences of an editor's messages instead, findings pushed and pulled in turn, some with restarts.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { Driver } from "./drive.ts";
import { type Input, input } from "./inputs.ts";
import { checkReading, checkWriting, Mender } from "./mending.ts";
import { playSequences } from "./sequences.ts";

/** Longest time one text may take, in milliseconds. */
const CEILING = 1000;
/** Inputs of one seed; a failure names it, and what came before it matters little. */
const BATCH = 200;

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    inputs: { type: "string" },
    seed: { type: "string" },
    slowest: { type: "string" },
    sequences: { type: "string" },
  },
});
const most = values.inputs ? Number(values.inputs) : Number.POSITIVE_INFINITY;
const until = performance.now() + (values.minutes ? Number(values.minutes) : values.inputs ? 1e6 : 5) * 60_000;
let seed = values.seed ? Number(values.seed) : Date.now() % 1_000_000_007;
const began = performance.now();
const driver = new Driver(CEILING);
const mender = new Mender();
let failures = 0;
let told = 0;

if (values.sequences) {
  await sequences(Number(values.sequences));
  process.exit();
}
while (performance.now() < until && driver.texts < most) {
  if (performance.now() - told > 10_000) {
    told = performance.now();
    console.log(`seed ${seed}: ${summary()}`);
  }
  batch(seed++);
}
console.log(summary());
if (values.slowest) writeFileSync(values.slowest, driver.slowest.text);
process.exitCode = failures > 0 ? 1 : 0;

async function sequences(count: number): Promise<void> {
  let edits = 0;
  let failed = 0;
  for (let i = 0; i < count && (!values.minutes || performance.now() < until); i++) {
    try {
      edits += await playSequences({ pull: i % 4 === 3, restarts: i % 3 === 2 }, 1, 250, seed);
    } catch (error) {
      failed++;
      process.exitCode = 1;
      console.log(
        `seed ${seed} failed: ${String(error).slice(0, 8000)}\n${String((error as Error).cause).slice(0, 6000)}`,
      );
    }
    seed++;
    if (i % 20 === 19 || i + 1 === count) console.log(`${i + 1} sequences, ${edits} edits, ${failed} failed`);
  }
}

function summary(): string {
  const seconds = (performance.now() - began) / 1000;
  const { took, path, text } = driver.slowest;
  const slowest = `slowest ${Math.round(took)} ms (${path}, ${text.length} characters)`;
  return `${driver.texts} texts in ${Math.round(seconds)} s, ${Math.round(driver.texts / seconds)} a second, ${failures} failed, ${slowest}`;
}

function batch(number: number): void {
  let n = 0;
  const property = fc.property(input, (one) => {
    const thorough = n++ % 10 === 0;
    driver.drive(one, thorough);
    if (!thorough) return;
    checkReading(one);
    checkWriting(one, n);
    mender.mend(one, n);
  });
  const result = fc.check<[Input]>(property, { seed: number, numRuns: BATCH, interruptAfterTimeLimit: 120_000 });
  if (!result.failed || !result.counterexample) return;
  failures++;
  const text = JSON.stringify(result.counterexample[0], null, 1);
  const name = `${createHash("sha256").update(text).digest("hex").slice(0, 10)}.json`;
  writeFileSync(join(import.meta.dirname, "regressions", name), `${text}\n`);
  console.log(
    `seed ${number} failed, kept as test/fuzz/regressions/${name}: ${String(result.errorInstance).slice(0, 600)}`,
  );
}
