/**
 * The custom requests between server and client: names and plain types. Imports nothing.
 * Uris are strings; positions as in the Language Server Protocol.
 */
export interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Request: `CoverageParams` → `WireCoverage[]`, one for each AIMS. */
export const COVERAGE = "aims/coverage";
export interface CoverageParams {
  /** Catalogue id; `iso-42001` when absent. */
  readonly standard?: string;
}
export type WireLevel = "missing" | "placeholder" | "excluded" | "documented" | "operated" | "effective" | "checked";
export interface WireCoverage {
  readonly root: string;
  readonly organization: string;
  readonly standard: string;
  readonly standardTitle: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What to bear in mind with these figures. */
  readonly notes: readonly string[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly provisions: readonly WireProvision[];
  }[];
}
export interface WireProvision {
  readonly provision: string;
  readonly title: string;
  /** The heading right over it, where that is not the group's own. */
  readonly under?: { readonly id: string; readonly title: string };
  readonly asks: string;
  readonly level: WireLevel;
  readonly bars: readonly [boolean, boolean, boolean, boolean];
  readonly why: string;
  readonly planned?: string;
  /** Documents kept for another standard that can serve here; they do not count. */
  readonly reuse: readonly { readonly note: string; readonly location: WireLocation }[];
  readonly evidence: readonly {
    readonly label: string;
    readonly role: string;
    readonly note: string;
    readonly location: WireLocation;
  }[];
  readonly raise: readonly {
    readonly text: string;
    readonly scaffold?: WireScaffold;
    readonly location?: WireLocation;
  }[];
}
export interface WireScaffold {
  readonly name: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Request: nothing → `WireStandard[]`, the standards whose coverage can be shown, those worked to first. */
export const STANDARDS = "aims/standards";
export interface WireStandard {
  /** Catalogue id, `iso-42001`. */
  readonly id: string;
  /** `ISO/IEC 42001:2023`. */
  readonly designation: string;
  readonly title: string;
  /** Whether an AIMS of the workspace names it in its `aims.yaml`. */
  readonly worked: boolean;
}

/** Request: nothing → `WireSystems[]`, one for each AIMS. */
export const SYSTEMS = "aims/systems";
export interface WireSystems {
  readonly root: string;
  readonly organization: string;
  readonly systems: readonly WireSystem[];
}
export interface WireSystem {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly tier: string;
  /** Its class under the EU AI Act by the facts declared, with the reasoning line by line; both empty where no fact bears on it. */
  readonly derived: { readonly verdict: string; readonly reasons: readonly string[] };
  readonly stage: string;
  readonly scope: "in" | "out" | "unstated";
  readonly assessed: "assessed" | "stale" | "draft" | "unassessed" | "not-needed";
  readonly why: string;
  readonly location: WireLocation;
  readonly assessments: readonly { readonly label: string; readonly location: WireLocation }[];
}

/** Request: nothing → `WireScaffolds[]`, what can be scaffolded in each AIMS. */
export const SCAFFOLDS = "aims/scaffolds";
export interface WireScaffolds {
  readonly root: string;
  readonly scaffolds: readonly {
    readonly name: string;
    readonly title: string;
    readonly args: readonly {
      readonly name: string;
      readonly prompt: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }[];
  }[];
}

/** Request: `RunScaffoldParams` → `RunScaffoldResult`. The server sends the edit through `workspace/applyEdit`; the result says what to open. */
export const RUN_SCAFFOLD = "aims/runScaffold";
export interface RunScaffoldParams {
  readonly root: string;
  readonly name: string;
  readonly args: Readonly<Record<string, string>>;
}
export interface RunScaffoldResult {
  /** Why nothing was done, a sentence for the person. */
  readonly error?: string;
  /** The first file created or changed. */
  readonly open?: WireLocation;
}

/** Notification from the server, after findings or coverage changed and things have gone quiet: views ask again. */
export const CHANGED = "aims/changed";
export interface ChangedParams {
  readonly errors: number;
  readonly warnings: number;
  readonly files: number;
  readonly aims: number;
  /** Provisions of the first standard of the first AIMS at `documented` or above, and in all. */
  readonly documented: number;
  readonly assessable: number;
  /** True while the first reading of the workspace is under way. */
  readonly reading: boolean;
}

/** Request: nothing → text for the output channel: index size, slowest rules, files not read. */
export const STATUS = "aims/status";

/** Sent as `initializationOptions` and read from the `aims` section of the settings. */
export interface Settings {
  readonly rules?: Readonly<Record<string, "error" | "warning" | "info" | "hint" | "off">>;
  /** Largest file read, in KiB. */
  readonly maxFileSize?: number;
  /** ISO date taken for today; for tests and demonstrations. */
  readonly today?: string;
  readonly exclude?: readonly string[];
  /** Whether git is asked how documents were before; yes unless set. */
  readonly history?: boolean;
  /** Whether programs may be run for the workspace; only in `initializationOptions`, yes unless set. */
  readonly trusted?: boolean;
  /** Folder in which the server may keep what it knows for the next start, never one of the workspace; only in `initializationOptions`. */
  readonly storage?: string;
  /** Whether what a results file says is shown beside the number; yes unless set. */
  readonly sourceHints?: boolean;
  /**
   * How findings reach the editor; only in `initializationOptions`. Without it, pull where the client says that it can
   * (`textDocument.diagnostic`), else push.
   */
  readonly diagnostics?: "push" | "pull";
  /** Whether the editor shows views and wants `aims/changed`; only in `initializationOptions`. */
  readonly views?: boolean;
}
