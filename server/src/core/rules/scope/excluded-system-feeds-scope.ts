import { type AiSystem, excludesItself, scopeOf, systemLabel, systemNamed, systemsOf } from "../../coverage/systems.ts";
import { listOf } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { itemsIn, paragraphsIn } from "../../notation/seen.ts";
import { findIds } from "../../records/ids.ts";
import { type Anchor, type DocumentUnit, type RawFinding, rule } from "../rule.ts";
import { itemSpan } from "../shared/place.ts";
import { ordinalsOf } from "../shared/in-document.ts";
import { type Exclusion, ownExclusion, scopeExclusions } from "./shared/exclusions.ts";

/** One step along the flow of output from system to system, with the field that states it. */
interface Step {
  readonly to: AiSystem;
  readonly stated: Anchor;
  readonly before: Step | undefined;
}

/** No real chain is longer; a bound against tangled registers. */
const MOST_STEPS = 200;

const HELP =
  "What the system in scope decides rests partly on it, so its errors come in unwatched. Take it into scope, or describe the interface and how its output is checked.";

const same = (a: AiSystem, b: AiSystem): boolean => a.record === b.record;

/** Systems that take the output of `system`, by its own `feeds` and by their `depends_on`. */
function receivers(index: AimsIndex, system: AiSystem): { readonly to: AiSystem; readonly stated: Anchor }[] {
  const fed = system.records.flatMap((record: RecordFacts) =>
    listOf(record, "feeds").flatMap((text) => {
      const to = systemNamed(index, text);
      return to ? [{ to, stated: { record, field: "feeds" } }] : [];
    }),
  );
  const depending = [system.id, system.name].flatMap((key) =>
    key === ""
      ? []
      : index.referencesTo(key).flatMap(({ from, field }) => {
          const to = field === "depends_on" ? systemNamed(index, from.id ?? "") : undefined;
          return to ? [{ to, stated: { record: from, field } }] : [];
        }),
  );
  return [...fed, ...depending];
}

/** The shortest way by which output of `start` reaches a system in scope. */
function wayIntoScope(index: AimsIndex, start: AiSystem): Step | undefined {
  const queue: { readonly system: AiSystem; readonly step: Step | undefined }[] = [{ system: start, step: undefined }];
  const met: AiSystem[] = [start];
  for (let i = 0; i < queue.length && i < MOST_STEPS; i++) {
    const { system, step } = queue[i] as (typeof queue)[number];
    for (const { to, stated } of receivers(index, system)) {
      if (met.some((m) => same(m, to))) continue;
      met.push(to);
      const next: Step = { to, stated, before: step };
      if (scopeOf(index, to).state === "in") return next;
      queue.push({ system: to, step: next });
    }
  }
  return undefined;
}

function stepsTo(last: Step): Step[] {
  const steps: Step[] = [];
  for (let step: Step | undefined = last; step; step = step.before) steps.unshift(step);
  return steps;
}

function* judge(exclusion: Exclusion, index: AimsIndex, at: (first: Step) => Exclusion["at"]): Generator<RawFinding> {
  const { system } = exclusion;
  const last = system && wayIntoScope(index, system);
  if (!system || !last) return;
  const steps = stepsTo(last);
  const path = [system.id, ...steps.map((s) => s.to.id)].join(" → ");
  yield {
    at: at(steps[0] as Step),
    message: `${systemLabel(system)} is left out of scope, yet what it puts out reaches ${systemLabel(last.to)}, which is in scope (${path}).`,
    help: HELP,
    related: steps.map((s) => ({ at: s.stated, message: `Here output goes to ${s.to.id}.` })),
  };
}

/** A system where a sentence names it. */
interface Named {
  readonly system: AiSystem;
  readonly start: number;
  readonly end: number;
}

/** Inventories larger than this are not searched for by name in prose. */
const MOST_NAMES = 300;

/** The systems a sentence names, by id or by name, in order. */
function namedIn(sentence: string, index: AimsIndex): Named[] {
  const out: Named[] = [];
  const add = (system: AiSystem | undefined, start: number, end: number): void => {
    if (system && !out.some((n) => same(n.system, system) || (n.start < end && start < n.end)))
      out.push({ system, start, end });
  };
  for (const { id, start, end } of findIds(sentence)) add(systemNamed(index, id), start, end);
  const systems = systemsOf(index);
  const lower = sentence.toLowerCase();
  for (const system of systems.length > MOST_NAMES ? [] : systems) {
    const name = system.name.toLowerCase();
    const at = name.length > 3 ? lower.indexOf(name) : -1;
    if (at >= 0) add(system, at, at + name.length);
  }
  return out.sort((a, b) => a.start - b.start);
}

const GIVES =
  /^[^.;]{0,40}\b(?:feeds?|sends?|supplies|supply|provides?|passes|gives|delivers?|returns?|outputs?|writes|is (?:an? )?inputs? (?:to|of|for)|goes (?:in)?to|is (?:used|consumed|read) by)\b[^.;]{0,60}$/i;
const TAKES =
  /^[^.;]{0,40}\b(?:uses?|relies on|depends on|consumes?|receives?|takes?|builds on|is fed by|reads|draws on)\b[^.;]{0,60}$/i;
const DENIED = /\b(?:not|no longer|never|nor|neither|without|independent(?:ly)?)\b/i;

/** Sentences that say that output of a system left out goes to one in scope. */
function* toldIn(unit: DocumentUnit, index: AimsIndex): Generator<RawFinding> {
  const { document, own } = unit;
  if (document.language !== "markdown" || document.template) return;
  if (own?.kind !== "scope" && ordinalsOf(unit, "system").length === 0) return;
  const whole = { start: 0, end: document.text.length };
  for (const { text, span } of [...paragraphsIn(document, whole), ...itemsIn(document, whole)]) {
    if (span.end - span.start !== text.length) continue;
    for (const match of text.slice(0, 20_000).matchAll(/[^.!?]+(?:[.!?](?!\s)[^.!?]*)*/g)) {
      yield* told(match[0], span.start + match.index, index);
    }
  }
}

function* told(sentence: string, offset: number, index: AimsIndex): Generator<RawFinding> {
  const named = namedIn(sentence.slice(0, 1000), index);
  for (let i = 0; i + 1 < named.length; i++) {
    const [a, b] = [named[i] as Named, named[i + 1] as Named];
    const between = sentence.slice(a.end, b.start);
    if (DENIED.test(between)) continue;
    const pair = GIVES.test(between) ? [a, b] : TAKES.test(between) ? [b, a] : undefined;
    const [from, to] = pair ?? [];
    if (!from || !to || scopeOf(index, from.system).state !== "out" || scopeOf(index, to.system).state !== "in")
      continue;
    if (wayIntoScope(index, from.system)) continue;
    yield {
      at: { start: offset + a.start, end: offset + b.end },
      message: `By this sentence ${systemLabel(from.system)}, which is left out of scope, puts out something that ${systemLabel(to.system)} takes, which is in scope.`,
      help: `${HELP} To have it followed through, name it in the record of ${from.system.id} under "feeds".`,
      severity: "info",
    };
  }
}

/** A system outside the scope on whose output one inside depends, at once or through others. */
export const excludedSystemFeedsScope = rule({
  id: "excluded-system-feeds-scope",
  group: "scope",
  severity: "warning",
  summary: "Finds systems left out of scope whose output feeds a system in scope.",
  kinds: ["system"],
  fields: ["in_scope", "exclusion_reason"],
  *record(unit, { index }) {
    const exclusion = ownExclusion(unit, index);
    if (!exclusion) return;
    yield* judge(exclusion, index, (first) => {
      const names = (text: string): boolean => {
        const system = systemNamed(index, text);
        return system !== undefined && same(system, first.to);
      };
      return itemSpan(unit.data, "feeds", names) ?? exclusion.at;
    });
  },
  documentsWith: ["scope", "system"],
  *document(unit, { index }) {
    for (const exclusion of scopeExclusions(unit, index)) {
      if (!exclusion.system?.records.some(excludesItself)) yield* judge(exclusion, index, () => exclusion.at);
    }
    yield* toldIn(unit, index);
  },
});
