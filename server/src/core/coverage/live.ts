import type { RecordFacts } from "../records/model.ts";
import { type AssessmentState, assessmentStateOf } from "./assessments.ts";
import { type AiSystem, scopeOf, systemNamed, systemsOf, useOf } from "./systems.ts";
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

/** Where each live system stands with its impact assessment. */
export const assessmentStates = (world: World): ReadonlyMap<AiSystem, AssessmentState> =>
  world.share(
    "assessment states",
    () =>
      new Map(
        liveSystems(world).map((system) => [system, assessmentStateOf(world.index, system, world.today())] as const),
      ),
  );

/** Live systems without an assessment that still speaks about them. */
export const unassessed = (world: World): readonly AiSystem[] =>
  world.share("unassessed systems", () =>
    [...assessmentStates(world)]
      .filter(([, { state }]) => state !== "assessed" && state !== "not-needed")
      .map(([system]) => system),
  );

const texts = new WeakMap<RecordFacts, readonly string[]>();

/** The systems a record says it is about, as written. */
function systemTexts(record: RecordFacts): readonly string[] {
  let known = texts.get(record);
  if (known === undefined) {
    known = [...listOf(record, "system"), ...listOf(record, "systems")];
    texts.set(record, known);
  }
  return known;
}

/** Finds the systems a record is about; each text is looked up once. Good for one computation only, as a second would not have read what the first did. */
export function systemFinder({ index }: World): (record: RecordFacts) => readonly AiSystem[] {
  const known = new Map<string, AiSystem | undefined>();
  return (record) =>
    systemTexts(record).flatMap((text) => {
      if (!known.has(text)) known.set(text, systemNamed(index, text));
      return known.get(text) ?? [];
    });
}
