import type { KindId } from "../../generated/kinds.ts";
import { kindForId, kindInfo } from "../../records/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import { findPlaceholders } from "../../records/placeholders.ts";
import { type Fix, NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { kindNoun, quoted } from "../shared/words.ts";

const LONGEST = 60;
/** Characters that look like a hyphen or a space and are none. */
const LOOKALIKE = /[\u00a0\u00ad\u2007\u2010-\u2015\u200b-\u200d\u202f\u2060\u2212\ufe58\ufe63\uff0d]/g;
const HAS_LOOKALIKE = new RegExp(LOOKALIKE.source);

/** What `aims.yaml` says ids of a kind look like. */
interface Pattern {
  readonly text: string;
  readonly test: (id: string) => boolean;
  readonly prefix: string | undefined;
}

/** The form set in `aims.yaml`: a prefix, or a regular expression simple enough to be tried on any text. */
function patternOf(record: RecordFacts, ctx: RuleContext): Pattern | undefined {
  const patterns = ctx.config().plain.id_patterns;
  if (patterns === null || typeof patterns !== "object" || Array.isArray(patterns)) return undefined;
  const text = (patterns as Record<string, unknown>)[record.kind ?? ""];
  if (typeof text !== "string" || text === "") return undefined;
  if (/^[\p{L}\d]+(?:[-_][\p{L}\d]+)*-?$/u.test(text)) {
    const prefix = text.replace(/-$/, "");
    return { text: `${prefix}-…`, prefix, test: (id) => id.startsWith(`${prefix}-`) && /^[\w.-]+$/.test(id) };
  }
  const test = compile(text);
  return test && { text, prefix: undefined, test };
}

/** Undefined for an expression that is none, or that could take more than a moment on a crafted id. */
function compile(source: string): ((id: string) => boolean) | undefined {
  const repeats = source.match(/[*+]|\{\d*,/g)?.length ?? 0;
  if (source.length > 200 || repeats > 3 || /\)[*+{]|\\\d|\(\?[=!<]/.test(source)) return undefined;
  try {
    const re = new RegExp(`^(?:${source})$`, "u");
    return (id) => re.test(id);
  } catch {
    return undefined;
  }
}

const hyphened = (id: string): string =>
  id
    .replace(LOOKALIKE, (c) =>
      /[\u00ad\u200b-\u200d\u2060]/.test(c) ? "" : /[\u00a0\u2007\u202f]/.test(c) ? " " : "-",
    )
    .trim()
    .replace(/[\s_]+/g, "-");

/** The id in the form wanted, if it only strays from it in case, signs or prefix. */
function mended(id: string, wanted: (id: string) => boolean, prefix?: string): string | undefined {
  const plain = hyphened(id);
  const number = /\d[\w.-]*$/.exec(plain)?.[0];
  const tries = [plain, plain.toUpperCase(), ...(prefix && number ? [`${prefix}-${number}`] : [])];
  return tries.find((one) => one !== id && wanted(one));
}

/** A change of id leaves its references behind, so it is offered only while there are none. */
function fixesOf({ facts, data }: RecordUnit, id: string, better: string | undefined, ctx: RuleContext): Fix[] {
  const span = data.idSpan;
  if (!better || !span || span.end - span.start !== id.length) return [];
  if (ctx.index.byId(better).some((r) => r !== facts) || ctx.index.referencesTo(facts.id ?? id).length > 0) return [];
  return [
    {
      title: `Replace ${quoted(id)} with "${better}"`,
      changes: [{ op: "replace", span, newText: better }],
      preferred: true,
      safe: hyphened(id) === better && HAS_LOOKALIKE.test(id),
    },
  ];
}

/** Without a pattern of their own, only ids that are sure to be missed when somebody types them. */
function plainTrouble(id: string): string | undefined {
  if (HAS_LOOKALIKE.test(id)) return "holds a sign that looks like a hyphen or a space and is another";
  if (!/[\s_]/.test(id)) return undefined;
  const joined = hyphened(id);
  if (joined !== id && kindForId(joined) !== undefined && kindForId(id) === undefined)
    return "is not written with a hyphen";
  return undefined;
}

function malformed(unit: RecordUnit, id: string, pattern: Pattern | undefined, ctx: RuleContext): RawFinding {
  const { facts, data } = unit;
  const kind = kindNoun(kindInfo(facts.kind as KindId).title);
  const wanted = pattern?.test ?? ((one: string): boolean => plainTrouble(one) === undefined);
  return {
    at: data.idSpan ?? data.head,
    message: pattern
      ? `The id ${quoted(id)} is not of the form ${pattern.text} that aims.yaml sets for this kind (${kind}).`
      : `The id ${quoted(id)} ${plainTrouble(id)}.`,
    help: "References are found by the exact id. Write it so that others will write the same.",
    fixes: fixesOf(unit, id, mended(id, wanted, pattern?.prefix), ctx),
  };
}

/** Ids that are not of the form this management system gives them, or that nobody can type. */
export const malformedId = rule({
  id: "malformed-id",
  group: "form",
  severity: "warning",
  summary: "Finds ids that do not have the form of their kind.",
  fields: ["id"],
  record(unit, ctx) {
    const id = unit.data.id?.trim();
    if (!id || unit.facts.kind === undefined || id.length > LONGEST) return NONE;
    const pattern = patternOf(unit.facts, ctx);
    const right = pattern ? pattern.test(id) : plainTrouble(id) === undefined;
    return right || findPlaceholders(id).length > 0 ? NONE : [malformed(unit, id, pattern, ctx)];
  },
});
