import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Slowest } from "./drive.ts";

/** A process that says nothing for so long has met a text that it does not come back from. */
const SILENCE = 180_000;

/** What came of the texts of one seed. */
export interface Outcome {
  readonly texts: number;
  /** What was asked about them, and what was written and mended. */
  readonly questions: number;
  /** The longest work of the process so far. */
  readonly slowest: Slowest;
  readonly failure?: string | undefined;
}

/** A process of its own that tries the texts of one seed after another; a new one where it was lost with the last. */
export class Batches {
  #process: ChildProcess | undefined;

  async try(seed: number): Promise<Outcome> {
    const child = this.#process ?? this.#start();
    const over = new AbortController();
    const silence = setTimeout(() => child.kill("SIGKILL"), SILENCE);
    const said = once(child, "message", { signal: over.signal }).then(([outcome]) => outcome as Outcome);
    const lost = once(child, "exit", { signal: over.signal }).then(([code, signal]) => this.#lost(code ?? signal));
    lost.catch(() => {});
    said.catch(() => {});
    child.send(seed);
    try {
      return await Promise.race([said, lost]);
    } finally {
      clearTimeout(silence);
      over.abort();
    }
  }

  end(): void {
    this.#process?.kill();
  }

  #start(): ChildProcess {
    const execArgv = ["--import", "tsx", "--max-semi-space-size=32"];
    this.#process = fork(join(import.meta.dirname, "batch.ts"), { execArgv });
    return this.#process;
  }

  #lost(how: string | number): Outcome {
    this.#process = undefined;
    const slowest = { took: 0, path: "", text: "" };
    return { texts: 0, questions: 0, slowest, failure: `its process ended (${how}), or was silent for too long` };
  }
}
