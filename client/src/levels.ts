import type { WireLevel } from "../../server/src/protocol.ts";
import type { Icon } from "./tree-node.ts";

/** Lowest first, `excluded` apart; the order in which filters offer them. */
export const LEVELS: readonly WireLevel[] = [
  "missing",
  "placeholder",
  "excluded",
  "documented",
  "operated",
  "effective",
  "checked",
];

/** What each level says, a few words. */
export const LEVEL_MEANING: Readonly<Record<WireLevel, string>> = {
  missing: "nothing addresses it",
  placeholder: "a template or an empty section stands for it",
  excluded: "left out by the Statement of Applicability",
  documented: "an approved document addresses it",
  operated: "dated records show that it happens",
  effective: "a measured outcome meets its threshold",
  checked: "somebody independent looked",
};

/** Shape and colour both tell the level, so that colour alone is never needed. */
export const LEVEL_ICON: Readonly<Record<WireLevel, Icon>> = {
  missing: { name: "circle-outline", color: "charts.red" },
  placeholder: { name: "edit", color: "list.warningForeground" },
  excluded: { name: "circle-slash", color: "disabledForeground" },
  documented: { name: "file", color: "charts.yellow" },
  operated: { name: "history", color: "charts.blue" },
  effective: { name: "graph-line", color: "charts.purple" },
  checked: { name: "verified-filled", color: "charts.green" },
};

/** The four bars, reached ones filled: `▮▮▯▯`. */
export const barsText = (bars: readonly boolean[]): string => bars.map((reached) => (reached ? "▮" : "▯")).join("");
