// One of the processes of `npm run fuzz`: tries all texts of each seed it is sent, and sends back what came of it.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { type Asks, asks } from "./asks.ts";
import { Driver } from "./drive.ts";
import { type Input, input } from "./inputs.ts";
import { checkReading, checkWriting, Mender } from "./mending.ts";
import type { Outcome } from "./batches.ts";

/** Longest time one text may take, in milliseconds. */
const CEILING = 1000;
/** Inputs of one seed; a failure names it, and what came before it matters little. */
const BATCH = 200;

const driver = new Driver(CEILING);
const mender = new Mender();
let applied = 0;

process.on("message", (seed: number) => {
  const [texts, questions, before] = [driver.texts, driver.questions, applied];
  const failure = run(seed);
  const outcome: Outcome = {
    texts: driver.texts - texts,
    questions: driver.questions - questions + applied - before,
    slowest: driver.slowest,
    failure,
  };
  process.send?.(outcome);
});

function run(seed: number): string | undefined {
  const property = fc.property(input, asks(), (one, some) => {
    driver.drive(one, some);
    if (some.reading) {
      checkReading(one);
      applied += checkWriting(one, some.pick);
    }
    if (some.mending) applied += mender.mend(one, some.pick);
  });
  const result = fc.check<[Input, Asks]>(property, { seed, numRuns: BATCH, interruptAfterTimeLimit: 120_000 });
  if (!result.failed || !result.counterexample) return undefined;
  const text = JSON.stringify(result.counterexample[0], null, 2);
  const name = `${createHash("sha256").update(text).digest("hex").slice(0, 10)}.json`;
  writeFileSync(join(import.meta.dirname, "regressions", name), `${text}\n`);
  return `kept as test/fuzz/regressions/${name}: ${String(result.errorInstance).slice(0, 600)}`;
}
