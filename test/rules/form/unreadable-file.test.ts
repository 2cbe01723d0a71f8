import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost } from "../../../server/src/core/analysis.ts";

const AIMS = {
  type: "set",
  path: "/aims/aims.yaml",
  text: "aims: management-system\norganisation: Example\n",
} as const;

describe("unreadable-file", () => {
  const found = (path: string, marked: boolean) => {
    const host = createHost({ today: "2026-11-23" });
    host.apply([
      { type: "roots", roots: ["/aims"] },
      ...(marked ? [AIMS] : []),
      { type: "unreadable", path, reason: "there is no permission to read it" },
    ]);
    return host.snapshot.findings(path).map((f) => `${f.severity} ${f.rule}: ${f.message}`);
  };

  it("is said of a document whose text never arrived", () => {
    assert.deepEqual(found("/aims/risks.yaml", true), [
      "warning unreadable-file: This file was not checked: there is no permission to read it.",
    ]);
  });

  it("is not said of other files, nor where there is no management system", () => {
    assert.deepEqual(found("/aims/photo.png", true), []);
    assert.deepEqual(found("/aims/risks.yaml", false), []);
  });
});
