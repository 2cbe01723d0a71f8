import { main, processIo } from "./main.ts";
import { complaint } from "./paint.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader who has seen enough, as `head`, changes nothing of what was found.
  if (error.code !== "EPIPE") {
    process.stderr.write(complaint(`not all could be written: ${error.message}`));
    process.exitCode = 2;
  }
  process.exit();
});
// Where nobody hears what went wrong the exit code still says it.
process.stderr.on("error", () => undefined);
process.exitCode = main(process.argv.slice(2), processIo());
