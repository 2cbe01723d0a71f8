import { standard as findStandard } from "../catalog/catalog.ts";
import type { Plain } from "../records/model.ts";
import type { AimsConfig, FileFacts, Severity } from "../workspace/api.ts";

const SEVERITIES = new Set(["error", "warning", "info", "hint", "off"]);

/** Names of the files that mark an AIMS. */
export const AIMS_FILES = ["aims.yaml", "aims.yml"] as const;

/** Whether a file of this name marks an AIMS. */
export const isAimsFile = (path: string): boolean => path.endsWith("ml") && /(?:^|\/)aims\.ya?ml$/.test(path);

/** Reads an AIMS's configuration from the facts of its `aims.yaml`; defaults where there is none. */
export function readConfig(root: string, file: FileFacts | undefined): AimsConfig {
  const record = file?.records.find((r) => r.kind === "management-system");
  const plain = record?.plain ?? {};
  return { root, record, standards: readStandards(plain.standards), rules: readRules(plain.rules), plain };
}

function readStandards(value: Plain | undefined): string[] {
  const names = Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
  const ids = names.flatMap((name) => (typeof name === "string" ? (findStandard(name)?.id ?? []) : []));
  return ids.length > 0 ? [...new Set(ids)] : ["iso-42001"];
}

function readRules(value: Plain | undefined): Map<string, Severity | "off"> {
  const rules = new Map<string, Severity | "off">();
  if (value && typeof value === "object" && !Array.isArray(value)) {
    for (const [id, level] of Object.entries(value)) {
      const word = level === false ? "off" : level;
      if (typeof word === "string" && SEVERITIES.has(word)) rules.set(id, word as Severity | "off");
    }
  }
  return rules;
}

/** The globs of a field of `aims.yaml`. */
export function globsOf(config: AimsConfig, field: "include" | "exclude" | "public"): string[] {
  const value = config.plain[field];
  const list = Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
  return list.filter((g): g is string => typeof g === "string" && g !== "");
}
