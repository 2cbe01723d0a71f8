// Generated from schemas/ by scripts/generate.mjs. Do not edit.
import type { KindId } from "./kinds.ts";
export type FieldsByKind = { readonly [K in KindId]: Record<string, unknown> };
