import { type AiSystem, excludesItself, scopeOf, systemLabel, systemNamed } from "../../coverage/systems.ts";
import { listOf } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { type Anchor, type RawFinding, rule } from "../rule.ts";
import { itemSpan } from "../shared/place.ts";
import { type Exclusion, ownExclusion, scopeExclusions } from "./shared/exclusions.ts";

/** One step along the flow of output from system to system, with the field that states it. */
interface Step {
  readonly to: AiSystem;
  readonly stated: Anchor;
  readonly before: Step | undefined;
}

/** No real chain is longer; a bound against tangled registers. */
const MOST_STEPS = 200;

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
    help: "What the system in scope decides rests partly on it, so its errors come in unwatched. Take it into scope, or describe the interface and how its output is checked.",
    related: steps.map((s) => ({ at: s.stated, message: `Here output goes to ${s.to.id}.` })),
  };
}

/** A system outside the scope on whose output one inside depends, at once or through others. */
export const excludedSystemFeedsScope = rule({
  id: "excluded-system-feeds-scope",
  group: "scope",
  severity: "warning",
  summary: "Finds systems left out of scope whose output feeds a system in scope.",
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
  *document(unit, { index }) {
    for (const exclusion of scopeExclusions(unit, index)) {
      if (!exclusion.system?.records.some(excludesItself)) yield* judge(exclusion, index, () => exclusion.at);
    }
  },
});
