import type { CoverageReport, CoverageRow } from "../core/analysis.ts";
import type { Io } from "./io.ts";
import { type Loaded, shownPath } from "./load.ts";
import { type Paint, painter, plainText, type Style } from "./paint.ts";

const COLOR: Record<CoverageRow["level"], Style> = {
  missing: "red",
  placeholder: "yellow",
  excluded: "dim",
  documented: "blue",
  operated: "blue",
  effective: "green",
  checked: "green",
};

/** Coverage as a person reads it in a terminal: four bars a provision, and the counts of each AIMS. */
export function prettyCoverage(reports: readonly CoverageReport[], loaded: Loaded, io: Io): string {
  const paint = painter(io.color);
  return `${reports.map((report) => prettyReport(report, loaded, paint, io.width).join("\n")).join("\n\n")}\n`;
}

function prettyReport(report: CoverageReport, loaded: Loaded, paint: Paint, width: number): string[] {
  const organization = plainText(report.organization || shownPath(report.root, loaded.base));
  const out = [
    paint("bold", `${organization} · ${report.standardTitle}`),
    paint("dim", "bars: documented, operated, effective, checked"),
  ];
  for (const group of report.groups) {
    out.push("", paint("bold", groupName(group)));
    let heading: string | undefined;
    for (const row of group.provisions) {
      if (row.under && row.under.id !== heading) out.push(prettyHeading(row.under, group.provisions, paint));
      heading = row.under?.id;
      out.push(prettyRow(row, paint, width), ...prettyAgainst(row, loaded, paint));
    }
  }
  const notes = report.notes.map((note) => paint("dim", note));
  return [...out, "", prettyCounts(report, paint), ...notes];
}

/** Number and title, the title once where it is the number. */
const groupName = ({ id, title }: CoverageReport["groups"][number]): string =>
  id.toLowerCase() === title.toLowerCase() || title === "" ? id : `${id} ${title}`;

/** A heading within a group, with how many of its provisions are documented. */
function prettyHeading(
  { id, title }: { id: string; title: string },
  rows: readonly CoverageRow[],
  paint: Paint,
): string {
  const own = rows.filter(({ under }) => under?.id === id);
  const documented = own.filter(({ bars }) => bars[0]).length;
  return ` ${groupName({ id, title, provisions: [] })} ${paint("dim", `${documented} of ${own.length} documented`)}`;
}

function prettyRow(row: CoverageRow, paint: Paint, width: number): string {
  const bars = row.level === "excluded" ? "····" : row.bars.map((on) => (on ? "▮" : "▯")).join("");
  const planned = row.planned ? ` planned by ${row.planned};` : "";
  const head = `  ${row.provision.padEnd(8)} ${paint(COLOR[row.level], `${bars} ${row.level.padEnd(11)}`)} ${row.title}`;
  const room = Math.max(40, Math.min(width, 140)) - 16;
  const why = plainText(`${planned} ${row.why}`.trim());
  const lines = [why, ...row.reuse.map(({ note }) => `reuse: ${plainText(note)}`)];
  const shown = lines.map((line) => (line.length > room ? `${line.slice(0, room - 1)}…` : line));
  return [head, ...shown.map((line) => `${" ".repeat(16)}${paint("dim", line)}`)].join("\n");
}

/** What pulls a provision down, with its place. */
const prettyAgainst = (row: CoverageRow, { base }: Loaded, paint: Paint): string[] =>
  row.evidence
    .filter(({ role }) => role === "against")
    .map(({ label, note, location }) => {
      const place = `${shownPath(location.path, base)}:${location.range.start.line + 1}`;
      return `${" ".repeat(16)}${paint("yellow", `against: ${plainText(label)}, ${plainText(note)}`)} ${paint("dim", place)}`;
    });

function prettyCounts({ counts }: CoverageReport, paint: Paint): string {
  const { total, documented, operated, effective, checked, missing, placeholder, excluded } = counts;
  const bars = `${documented} documented, ${operated} operated, ${effective} effective, ${checked} checked`;
  const rest = [
    missing > 0 && `${missing} missing`,
    placeholder > 0 && `${placeholder} placeholder`,
    excluded > 0 && `${excluded} excluded`,
  ].filter(Boolean);
  return `${paint("bold", `of ${total} provisions: ${bars}`)}${rest.length > 0 ? `; ${rest.join(", ")}` : ""}`;
}
