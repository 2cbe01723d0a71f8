// npm run check:release: what depends on the day and is therefore no part of the tests. Fails when a standard or crosswalk is due for
// another look. With a date as argument (YYYY-MM-DD) that day is taken for today.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { overdue } from "./lib/overdue.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const today = process.argv[2] ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) {
  console.error(`Not a date: ${today}`);
  process.exit(2);
}
const { late, soon, total } = overdue(root, today);
for (const { file, recheckBy } of soon) console.log(`soon: ${file} by ${recheckBy}`);
for (const { file, recheckBy } of late) {
  console.error(
    `overdue: ${file} was to be looked up again by ${recheckBy}: look it up, correct it, set checked and recheck_by`,
  );
}
console.log(`${total - late.length} of ${total} data files are current on ${today}`);
process.exitCode = late.length > 0 ? 1 : 0;
