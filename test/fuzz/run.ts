// npm run fuzz [-- --minutes N] [--inputs N] [--seed N] [--processes N] [--slowest FILE]: drives the engine with hostile texts for as long
// as it is told, in so many processes that share the seeds, and writes the text that took longest into the file.
// With --sequences N: plays N random sequences of an editor's messages instead, findings pushed and pulled in turn, some with restarts.
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Batches } from "./batches.ts";
import type { Slowest } from "./drive.ts";
import { playSequences } from "./sequences.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    inputs: { type: "string" },
    seed: { type: "string" },
    processes: { type: "string" },
    slowest: { type: "string" },
    sequences: { type: "string" },
  },
});
const most = values.inputs ? Number(values.inputs) : Number.POSITIVE_INFINITY;
const until = performance.now() + (values.minutes ? Number(values.minutes) : values.inputs ? 1e6 : 5) * 60_000;
let seed = values.seed ? Number(values.seed) : Date.now() % 1_000_000_007;
const began = performance.now();
let [tried, questions, failures, told] = [0, 0, 0, 0];
let slowest: Slowest = { took: 0, path: "", text: "" };

if (values.sequences) await sequences(Number(values.sequences));
else await texts(values.processes ? Number(values.processes) : availableParallelism());
process.exit(failures > 0 ? 1 : 0);

async function sequences(count: number): Promise<void> {
  let edits = 0;
  for (let i = 0; i < count && (!values.minutes || performance.now() < until); i++) {
    try {
      edits += await playSequences({ pull: i % 4 === 3, restarts: i % 3 === 2 }, 1, 250, seed);
    } catch (error) {
      failures++;
      console.log(
        `seed ${seed} failed: ${String(error).slice(0, 8000)}\n${String((error as Error).cause).slice(0, 6000)}`,
      );
    }
    seed++;
    if (i % 20 === 19 || i + 1 === count) console.log(`${i + 1} sequences, ${edits} edits, ${failures} failed`);
  }
}

async function texts(processes: number): Promise<void> {
  await Promise.all(Array.from({ length: processes }, share));
  console.log(summary());
  if (values.slowest) writeFileSync(values.slowest, slowest.text);
}

/** What one of the processes does: one seed after another that none has had yet. */
async function share(): Promise<void> {
  const batches = new Batches();
  while (performance.now() < until && tried < most) {
    const number = seed++;
    const outcome = await batches.try(number);
    tried += outcome.texts;
    questions += outcome.questions;
    if (outcome.slowest.took > slowest.took) slowest = outcome.slowest;
    if (outcome.failure) {
      failures++;
      console.log(`seed ${number} failed, ${outcome.failure}`);
    }
    if (performance.now() - told > 10_000) {
      told = performance.now();
      console.log(`seed ${number}: ${summary()}`);
    }
  }
  batches.end();
}

function summary(): string {
  const seconds = (performance.now() - began) / 1000;
  const { took, path, text } = slowest;
  return [
    `${tried} texts, ${questions} questions in ${Math.round(seconds)} s`,
    `${Math.round(tried / seconds)} texts a second`,
    `${failures} failed`,
    `slowest ${Math.round(took)} ms (${path}, ${text.length} characters)`,
  ].join(", ");
}
