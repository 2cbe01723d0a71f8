import type { RecordFacts } from "../records/model.ts";
import { type AssessmentState, assessmentStateOf } from "./assessments.ts";
import { once } from "../text/once.ts";
import { type AiSystem, scopeOf, systemsOf, useOf } from "./systems.ts";
import { listOf } from "./values.ts";
import type { World } from "./world.ts";

/** Systems that are used and not outside the scope. */
export const liveSystems = (world: World): readonly AiSystem[] =>
  world.share("live systems", () => {
    const today = world.today();
    return systemsOf(world.index).filter((system) => {
      const use = useOf(system, today);
      return (use === "live" || use === "pilot" || use === "unknown") && scopeOf(world.index, system).state !== "out";
    });
  });

/** Of so many systems it is worked out at once where they stand. */
const AT_ONCE = 128;

type States = readonly (readonly [AiSystem, AssessmentState])[];

/** Where some of the live systems stand, counted from the first. */
const statesFrom = (world: World, first: number): States =>
  world.share(`assessment states from ${first}`, () =>
    liveSystems(world)
      .slice(first, first + AT_ONCE)
      .map((system) => [system, assessmentStateOf(world.index, system, world.today())] as const),
  );

/** The same of all of them, some at each step. */
function* statesInSteps(world: World): Generator<States> {
  for (let first = 0; first < liveSystems(world).length; first += AT_ONCE) yield statesFrom(world, first);
}

/** Where each live system stands with its impact assessment. */
export const assessmentStates = (world: World): ReadonlyMap<AiSystem, AssessmentState> =>
  world.share("assessment states", () => new Map([...statesInSteps(world)].flat()));

/** Works out in steps of some milliseconds what `assessmentStates` gives. */
export function* readyingStates(world: World): Generator<undefined> {
  for (const _ of statesInSteps(world)) yield;
}

/** Live systems without an assessment that still speaks about them. */
export const unassessed = (world: World): readonly AiSystem[] =>
  world.share("unassessed systems", () =>
    [...assessmentStates(world)]
      .filter(([, { state }]) => state !== "assessed" && state !== "not-needed")
      .map(([system]) => system),
  );

/** The systems a record says it is about, as written. */
export const systemTexts: (record: RecordFacts) => readonly string[] = once((record: RecordFacts) => [
  ...listOf(record, "system"),
  ...listOf(record, "systems"),
]);
