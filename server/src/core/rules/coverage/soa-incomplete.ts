import { standard as findStandard } from "../../catalog/catalog.ts";
import type { RecordFacts } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { type Soa, soaOf, undecided } from "./shared/soa.ts";

const mains = new WeakMap<Soa, readonly RecordFacts[]>();

/** The entries of the file that decides on most controls. */
function mainRegister(soa: Soa): readonly RecordFacts[] {
  let main = mains.get(soa);
  if (!main) {
    main = longestRegister(soa);
    mains.set(soa, main);
  }
  return main;
}

function longestRegister(soa: Soa): readonly RecordFacts[] {
  const byPath = new Map<string, RecordFacts[]>();
  for (const { record, provision } of soa.entries) {
    if (!provision) continue;
    const list = byPath.get(record.path);
    if (list) list.push(record);
    else byPath.set(record.path, [record]);
  }
  let main: readonly RecordFacts[] = [];
  for (const list of byPath.values()) if (list.length > main.length) main = list;
  return main;
}

/** A statement of applicability that leaves controls of the standard unmentioned. */
export const soaIncomplete = rule({
  id: "soa-incomplete",
  group: "coverage",
  severity: "warning",
  summary: "Finds a statement of applicability that does not decide on every control of the standard.",
  kinds: ["control"],
  *record({ facts, data }, { index }) {
    const soa = soaOf(index);
    const main = soa ? mainRegister(soa) : [];
    if (!soa || main[0] !== facts) return;
    const missing = undecided(soa);
    if (missing.length === 0) return;
    const all = soa.controls.length;
    const own = index.file(facts.path)?.own;
    const short = findStandard(soa.standard)?.designation ?? soa.standard;
    yield {
      at: own && own !== facts ? { record: own } : data.head,
      message: `The statement of applicability decides on ${all - missing.length} of the ${all} controls of ${short}; it lacks ${missing.map((p) => p.id).join(", ")}.`,
      help: "Each control is either taken in or left out, with the reason. A control that is not mentioned was perhaps not looked at.",
      fixes: [
        {
          title: `Add the ${missing.length === 1 ? "missing control" : `${missing.length} missing controls`}`,
          changes: [
            {
              op: "add-records",
              beside: main[main.length - 1] as RecordFacts,
              kind: "control",
              records: missing.map((p) => ({ control: p.id, title: p.title })),
            },
          ],
          preferred: true,
        },
      ],
    };
  },
});
