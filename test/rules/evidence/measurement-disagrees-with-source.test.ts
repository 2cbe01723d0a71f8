import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n";

describe("measurement-disagrees-with-source", () => {
  it("rounds to the digits written", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.087
    source: r.json#/v
//- /aims/r.json
{"v": 0.08734}
`,
    );
  });
  it("takes the file's rounding, too", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.08734
    source: r.json#/v
//- /aims/r.json
{"v": 0.087}
`,
    );
  });
  it("knows that 8 % is 0.08", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: "8 %"
    source: r.json#/v
//- /aims/r.json
{"v": 0.08}
`,
    );
  });
  it('knows that 0.08 is "8 %"', () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.08
    source: r.json#/v
//- /aims/r.json
{"v": "8 %"}
`,
    );
  });
  it("follows escaped keys and indexes", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.5
    source: r.json#/a~1b/1/c~0d
//- /aims/r.json
{"a/b": [0, {"c~d": 0.5}]}
`,
    );
  });
  it("reads numbers with exponents", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.0012
    source: r.json#/v
//- /aims/r.json
{"v": 1.2e-3}
`,
    );
  });
  it("leaves NaN alone", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.5
    source: r.json#/v
//- /aims/r.json
{"v": NaN}
`,
    );
  });
  it("leaves a whole file alone", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.5
    source: r.json
//- /aims/r.json
{"v": 0.7}
`,
    );
  });
  it("leaves words alone", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: high
    source: r.json#/v
//- /aims/r.json
{"v": 0.7}
`,
    );
  });
  it("reads CSV by keys", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.4
           ^^^ error measurement-disagrees-with-source (fix): recall is written as "0.4", and r.csv has "0.46".
    source: r.csv#row=women&column=rate
//- /aims/r.csv
group,rate
women,0.46
men,0.54
`,
    );
  });
  it("reads CSV by the key of a column", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.4
           ^^^ error measurement-disagrees-with-source (fix): recall is written as "0.4", and r.csv has "0.46".
    source: r.csv#row=group:women&column=rate
//- /aims/r.csv
group,rate
women,0.46
men,0.54
`,
    );
  });
  it("reads CSV by numbers", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.4
           ^^^ error measurement-disagrees-with-source (fix): recall is written as "0.4", and r.csv has "0.46".
    source: r.csv#row=2&column=2
//- /aims/r.csv
group,rate
women,0.46
men,0.54
`,
    );
  });
  it("reads CSV by cell", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: 0.4
           ^^^ error measurement-disagrees-with-source (fix): recall is written as "0.4", and r.csv has "0.46".
    source: r.csv#cell=2,2
//- /aims/r.csv
group,rate
women,0.46
men,0.54
`,
    );
  });
  it("works in tables", () => {
    check(
      ["measurement-disagrees-with-source"],
      `${AIMS}//- /aims/m.md
# Measurements

| Metric ID | Metric | Threshold | Value | Source |
|---|---|---|---|---|
| MEAS-001 | recall | >= 0.5 | 0.9 | r.json#/v |
                               ^^^ error measurement-disagrees-with-source (fix): recall is written as "0.9", and r.json has "0.6".
//- /aims/r.json
{"v": 0.6}
`,
    );
  });
  it("takes the value over from the file, in the document's own way of writing", () => {
    const files = (value: string) => `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    value: ${value}
    source: r.json#/v
//- /aims/r.json
{"v": 0.123}
`;
    checkFix("measurement-disagrees-with-source", files("0.4"), files("0.123"));
    checkFix("measurement-disagrees-with-source", files("40 %"), files("12.3 %"));
  });
});
