import type { Connection } from "vscode-languageserver";
import type { Host } from "../core/analysis.ts";
import type { Settings } from "../protocol.ts";
import type { ClientFeatures } from "./client-features.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { Documents } from "./documents.ts";
import type { Timings } from "./guard.ts";
import type { World } from "./world.ts";

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly host: Host;
  readonly documents: Documents;
  readonly world: World;
  readonly diagnostics: Diagnostics;
  readonly timings: Timings;
  /** Whether the editor has asked for the end: nothing is answered any more. */
  readonly ended: boolean;
  /** What the settings say is shown beside the documents. */
  readonly shows: { readonly sourceHints: boolean; readonly history: boolean };
  /** Takes over new settings. */
  configure(settings: Settings): void;
}
