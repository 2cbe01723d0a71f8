import { controls, provision as findProvision, standard as findStandard } from "../catalog/catalog.ts";
import { addRecords } from "../notation/write.ts";
import type { RecordFacts } from "../records/model.ts";
import type { FileEdit } from "../text/edit.ts";
import type { AimsView } from "../workspace/view.ts";
import { comment, folderFor, freePath, markdownDocument, question } from "./new-file.ts";
import { nextId } from "./next-id.ts";

/** The standard whose controls the statement of applicability lists. */
export function soaStandard(aims: AimsView): string {
  return aims.config().standards.find((id) => controls(id).length > 0) ?? "iso-42001";
}

/** The register of controls in each file, fullest first. */
export function soaRegisters(aims: AimsView): { readonly path: string; readonly records: readonly RecordFacts[] }[] {
  const byPath = new Map<string, RecordFacts[]>();
  for (const record of aims.index.ofKind("control")) {
    if (record.template || controlOf(aims, record) === undefined) continue;
    const list = byPath.get(record.path) ?? [];
    list.push(record);
    byPath.set(record.path, list);
  }
  return [...byPath]
    .map(([path, records]) => ({ path, records }))
    .sort((a, b) => b.records.length - a.records.length || (a.path < b.path ? -1 : 1));
}

/** The control of the catalogue a record is about. */
function controlOf(aims: AimsView, record: RecordFacts): string | undefined {
  const number = record.plain.control ?? record.plain.id;
  if (typeof number !== "string" && typeof number !== "number") return undefined;
  const found = findProvision(soaStandard(aims), String(number));
  return found?.kind === "control" ? found.id : undefined;
}

/** Controls that no statement of applicability of the AIMS lists, in the standard's order. */
export function missingControls(aims: AimsView): { readonly id: string; readonly title: string }[] {
  const there = new Set(aims.index.ofKind("control").map((r) => (r.template ? undefined : controlOf(aims, r))));
  return controls(soaStandard(aims)).filter((c) => !there.has(c.id));
}

/**
 * Completes the statement of applicability: adds a row for each control that is missing, in the register's own notation, or makes
 * a new document with all of them. Whether a control applies, and why, is left to a person.
 * @param path the file whose register is completed; the fullest one when empty
 */
export function soaScaffold(aims: AimsView, path: string): FileEdit[] | string {
  const missing = missingControls(aims);
  const registers = soaRegisters(aims);
  const register = registers.find((r) => r.path === path) ?? registers[0];
  if (!register) return newSoa(aims);
  if (missing.length === 0) return "The statement of applicability lists every control already.";
  const last = register.records.at(-1);
  const document = aims.document(register.path);
  const ordinal = last && aims.ordinal(last);
  if (!document || ordinal === undefined) return "The statement of applicability cannot be written to.";
  const rows = missing.map(({ id, title }) => ({ control: id, title }));
  const edits = addRecords(document, ordinal, "control", rows);
  return edits
    ? [{ path: register.path, edits }]
    : `The register in ${register.path} has no room for more rows as it is written.`;
}

function newSoa(aims: AimsView): FileEdit[] {
  const standard = soaStandard(aims);
  const designation = findStandard(standard)?.designation ?? standard;
  const rows = controls(standard).map(({ id, title }) => `| ${id} | ${title} |  |  |  |  |`);
  const title = "Statement of applicability";
  const text = markdownDocument(
    [
      ["aims", "procedure"],
      ["id", soaId(aims)],
      ["title", title],
      ["status", "draft"],
      ["version", "0.1"],
      ["owner", null],
      ["approved_by", null],
      ["approved_on", null],
      ["satisfies", standard === "iso-42001" ? { "iso-42001": ["6.1.3"] } : undefined],
    ],
    title,
    [
      comment(
        `All controls of ${designation}. For each one say whether it is needed (yes or no), why here, and how far it is in place.`,
      ),
      question("Who decided which controls apply, from which risks and duties, and when?"),
      [
        "| Control | Title | Applicable | Justification | Status | Evidence |",
        "|---|---|---|---|---|---|",
        ...rows,
      ].join("\n"),
    ],
  );
  const folder = aims.index.ofKind("procedure").length > 0 ? folderFor(aims, "procedure") : aims.root;
  return [{ path: freePath(aims, folder, "statement-of-applicability", ".md"), create: text }];
}

function soaId(aims: AimsView): string {
  const usual = "AIMS-SOA-001";
  return aims.index.byId(usual).length === 0 ? usual : nextId(aims, "procedure");
}
