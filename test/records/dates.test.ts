import assert from "node:assert/strict";
import fc from "fast-check";
import { addInterval, compareDates, isIsoDate, lastDay, readDate } from "../../server/src/core/records/dates.ts";

const day = (iso: string) => ({ iso, precision: "day" });

describe("readDate", () => {
  for (const [text, iso] of [
    ["2026-03-14", "2026-03-14"],
    ["2026/3/4", "2026-03-04"],
    ["2026-03-14T09:30:00Z", "2026-03-14"],
    ["2026-03-14 09:30:00.123+02:00", "2026-03-14"],
    ["14 March 2025", "2025-03-14"],
    ["14th March 2025", "2025-03-14"],
    ["1st of April 2026", "2026-04-01"],
    ["March 14, 2025", "2025-03-14"],
    ["February 1st, 2026", "2026-02-01"],
    ["01 Mar 2025", "2025-03-01"],
    ["01-Mar-2025", "2025-03-01"],
    ["1-Mar-25", "2025-03-01"],
    ["Sept. 3, 2026", "2026-09-03"],
    ["3 Sept 2026", "2026-09-03"],
    ["Monday, 14 September 2026", "2026-09-14"],
    ["2025\u201101\u201110", "2025-01-10"],
    ["2025\u201301\u201310", "2025-01-10"],
    ["14.03.2026", "2026-03-14"],
    ["25/12/2026", "2026-12-25"],
    ["12/25/2026", "2026-12-25"],
    ["04/04/2026", "2026-04-04"],
    ["16 février 2026", "2026-02-16"],
    ["1er avril 2026", "2026-04-01"],
    ["12. März 2026", "2026-03-12"],
    ["3. Dezember 2026", "2026-12-03"],
    ["**2026-03-14**", "2026-03-14"],
    ["2026-03-14 (second edition)", "2026-03-14"],
    ["29 February 2028", "2028-02-29"],
    ["14\u00a0March\u00a02025", "2025-03-14"],
    ["12–14 January 2026", "2026-01-14"],
    ["January 12-14, 2026", "2026-01-14"],
    ["12 to 14 January 2026", "2026-01-14"],
    ["2026-01-12 – 2026-01-14", "2026-01-14"],
    ["30 January – 2 February 2026", "2026-02-02"],
  ] as const) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(readDate(text), day(iso)));
  }

  it("reads months, quarters and years by their first day", () => {
    assert.deepEqual(readDate("March 2026"), { iso: "2026-03-01", precision: "month" });
    assert.deepEqual(readDate("2026-03"), { iso: "2026-03-01", precision: "month" });
    assert.deepEqual(readDate("03/2026"), { iso: "2026-03-01", precision: "month" });
    assert.deepEqual(readDate("Q3 2025"), { iso: "2025-07-01", precision: "quarter" });
    assert.deepEqual(readDate("2025-Q4"), { iso: "2025-10-01", precision: "quarter" });
    assert.deepEqual(readDate("2026"), { iso: "2026-01-01", precision: "year" });
  });

  it("says what is ambiguous, day first before month first", () => {
    assert.deepEqual(readDate("03/04/2026"), { ambiguous: ["2026-04-03", "2026-03-04"] });
    assert.deepEqual(readDate("3-4-2026"), { ambiguous: ["2026-04-03", "2026-03-04"] });
  });

  for (const text of [
    "",
    "2026-02-30",
    "29 February 2026",
    "31/04/2026",
    "13/13/2026",
    "2026-13-01",
    "32 March 2026",
    "TBD",
    "N/A",
    "annual",
    "ongoing",
    "1.2.3",
    "3.1",
    "Version 2",
    "Marching 3 2026",
    "May be 2026 or later",
    "12 monkeys 2026",
    "1234",
    "RISK-001",
    "14 March",
  ]) {
    it(`does not read ${JSON.stringify(text)}`, () => assert.equal(readDate(text), undefined));
  }

  it("gives a day of the calendar or nothing, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: "binary" }), (text) => {
        const date = readDate(text);
        if (date !== undefined)
          for (const iso of "iso" in date ? [date.iso] : date.ambiguous) assert.ok(isIsoDate(iso));
      }),
    );
  });

  it("reads back every day it can write", () => {
    const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const long = date.toLocaleDateString("en-GB", {
          day: "numeric",
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        });
        assert.deepEqual(readDate(iso), day(iso));
        assert.deepEqual(readDate(long), day(iso));
      }),
    );
  });
});

describe("lastDay", () => {
  it("is the last day of the month, quarter or year", () => {
    assert.equal(lastDay({ iso: "2028-02-01", precision: "month" }), "2028-02-29");
    assert.equal(lastDay({ iso: "2025-07-01", precision: "quarter" }), "2025-09-30");
    assert.equal(lastDay({ iso: "2026-01-01", precision: "year" }), "2026-12-31");
    assert.equal(lastDay({ iso: "2026-03-14", precision: "day" }), "2026-03-14");
  });
});

describe("addInterval", () => {
  for (const [interval, result] of [
    ["12 months", "2027-01-31"],
    ["annual", "2027-01-31"],
    ["Annually, or after a material change", "2027-01-31"],
    ["At least once a year", "2027-01-31"],
    ["yearly", "2027-01-31"],
    ["quarterly", "2026-04-30"],
    ["every quarter", "2026-04-30"],
    ["monthly", "2026-02-28"],
    ["6 months", "2026-07-31"],
    ["6-monthly", "2026-07-31"],
    ["semi-annual", "2026-07-31"],
    ["twice a year", "2026-07-31"],
    ["every two years", "2028-01-31"],
    ["biennial", "2028-01-31"],
    ["P1Y", "2027-01-31"],
    ["P6M", "2026-07-31"],
    ["P90D", "2026-05-01"],
    ["90 days", "2026-05-01"],
    ["2 weeks", "2026-02-14"],
    ["weekly", "2026-02-07"],
  ] as const) {
    it(`adds ${interval}`, () => assert.equal(addInterval("2026-01-31", interval), result));
  }

  it("does not guess", () => {
    for (const interval of ["", "on change", "as needed", "P", "continuous"]) {
      assert.equal(addInterval("2026-01-31", interval), undefined);
    }
    assert.equal(addInterval("soon", "annual"), undefined);
    assert.equal(addInterval("2026-02-30", "annual"), undefined);
  });

  it("agrees with the platform's calendar in days", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1950-01-01"), max: new Date("2150-01-01"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 9999 }),
        (date, days) => {
          const from = date.toISOString().slice(0, 10);
          const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
          assert.equal(addInterval(from, `${days} days`), to);
          assert.equal(Math.sign(compareDates(from, to)), days === 0 ? 0 : -1);
        },
      ),
    );
  });
});
