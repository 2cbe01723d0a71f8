import { format } from "node:util";
import Mocha from "mocha";
import CountingReporter from "../../../scripts/lib/reporter.mjs";

/**
 * What @vscode/test-electron and the workbench's test driver call inside the extension host.
 * Rejects when a test fails.
 */
export async function run(): Promise<void> {
  markOutput(process.env.AIMS_SUITE_MARK ?? "");
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, reporter: CountingReporter, forbidOnly: true });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  // The suites register themselves, and may do so only now that `describe` and `it` exist.
  await import("./findings.test.ts");
  await import("./features.test.ts");
  await import("./views.test.ts");
  await import("./scaffold.test.ts");
  await import("./approval.test.ts");
  await import("./restart.test.ts");
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** Whoever started the editor reads the suite's lines out of the editor's log by their beginning. */
function markOutput(mark: string): void {
  const { Base } = Mocha.reporters;
  Base.consoleLog = (...words: unknown[]) => {
    const text = format(...words);
    for (const line of text.split("\n")) console.log(mark + line);
  };
}
