// Generated from server/data/coverage.yaml by scripts/generate.mjs. Do not edit.

/** Which kinds bear on which provisions, as JSON text. */
export default "{}";
