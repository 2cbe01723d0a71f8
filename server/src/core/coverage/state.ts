import type { Provision } from "../catalog/catalog.ts";
import type { ProvisionRef } from "../records/model.ts";
import type { CoverageEvidence, ProvisionCoverage } from "./api.ts";
import type { Checks, Shortcomings } from "./checked.ts";
import type { Measured } from "./measured.ts";
import type { Operation } from "./operated.ts";
import type { SoaEntry } from "./soa.ts";
import type { World } from "./world.ts";
import type { Today } from "../workspace/today.ts";

/** Everything the records of an AIMS say of one provision today. */
export interface State {
  readonly world: World;
  readonly today: Today;
  readonly provision: Provision;
  readonly ref: ProvisionRef;
  readonly soa: readonly SoaEntry[];
  readonly documents: readonly CoverageEvidence[];
  readonly placeholders: readonly CoverageEvidence[];
  readonly done: Operation;
  readonly effect: Measured;
  readonly looked: Checks;
  readonly open: Shortcomings;
  /** The documents, when the review of every one of them has lapsed. */
  readonly lapsed: readonly CoverageEvidence[];
  readonly bars: ProvisionCoverage["bars"];
}
