import type { KindId } from "../generated/kinds.ts";
import { once } from "../text/once.ts";
import type { AimsIndex, FileFacts } from "../workspace/api.ts";
import type { Activity } from "../workspace/hands.ts";

/** What a table of responsibilities gives somebody to do or to answer for. */
export interface Duty {
  /** The person or post, as written. */
  readonly who: string;
  readonly does: "is responsible for" | "is accountable for";
  readonly activity: Activity;
  /** Kind of the records that the activity makes; undefined where its words name none. */
  readonly kind: KindId | undefined;
  readonly path: string;
  /** Anchor of the heading the table stands under. */
  readonly section?: string;
}

/** What activities are called, by the kind of record they make; the first that fits counts. */
const KINDS: readonly (readonly [KindId, RegExp])[] = [
  ["management-review", /\bmanagement review/i],
  ["audit", /\b(?:internal )?audit/i],
  ["impact-assessment", /\bimpact assessment|\bAIIA\b|\bFRIA\b/i],
  ["supplier", /\b(?:supplier|vendor|third[- ]party)/i],
  ["risk", /\brisk (?:assessment|register|treatment|identification|analysis|evaluation|management)/i],
  ["control", /\bstatement of applicability|\bSoA\b/],
  ["policy", /\b(?:AI|AIMS) polic/i],
  ["objective", /\bobjectives?\b/i],
  ["dataset", /\bdata (?:quality|sets?|governance)|\bdatasets?\b/i],
  ["incident", /\bincident/i],
  ["system", /\bsystems? (?:inventory|register)|\binventory of (?:AI )?systems/i],
];

/** The kind of record an activity makes. */
export const kindOfActivity = (what: string): KindId | undefined =>
  KINDS.find(([, pattern]) => pattern.test(what.slice(0, 200)))?.[0];

const inFile = once(({ hands, path }: FileFacts): readonly Duty[] =>
  (hands?.tables ?? []).flatMap(({ activities, section }) =>
    activities.flatMap((activity) => {
      const common = {
        activity,
        kind: kindOfActivity(activity.what),
        path,
        ...(section === undefined ? undefined : { section }),
      };
      return [
        ...activity.responsible.map((who) => ({ who, does: "is responsible for", ...common }) as const),
        ...activity.accountable.map((who) => ({ who, does: "is accountable for", ...common }) as const),
      ];
    }),
  ),
);

/** Every duty that tables of responsibilities give. */
export const dutiesIn = (index: AimsIndex): readonly Duty[] => index.withHands().flatMap(inFile);
