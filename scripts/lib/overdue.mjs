import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** How many days ahead a date is announced. */
const SOON = 30;

/**
 * Data files of standards, crosswalks and other dated facts whose `recheck_by` has passed, and those where it soon will.
 * @param {string} root the project's folder
 * @param {string} today ISO date
 * @returns {{ late: { file: string, recheckBy: string }[], soon: { file: string, recheckBy: string }[], total: number }}
 */
export function overdue(root, today) {
  const horizon = new Date(Date.parse(today) + SOON * 86_400_000).toISOString().slice(0, 10);
  const dated = ["", "standards/", "crosswalks/"].flatMap((folder) =>
    readdirSync(path.join(root, "server/data", folder))
      .filter((name) => name.endsWith(".yaml"))
      .flatMap((name) => {
        const file = `server/data/${folder}${name}`;
        const { recheck_by: recheckBy } = parse(readFileSync(path.join(root, file), "utf8"));
        return recheckBy === undefined && folder === "" ? [] : [{ file, recheckBy: String(recheckBy) }];
      }),
  );
  const late = dated.filter(({ recheckBy }) => recheckBy < today);
  const soon = dated.filter(({ recheckBy }) => recheckBy >= today && recheckBy <= horizon);
  return { late, soon, total: dated.length };
}
