// Prints every regular expression that loading the engine and checking a small AIMS constructs at run time, those made from data included.
const Native = RegExp;
const made = new Set<string>();
globalThis.RegExp = new Proxy(Native, {
  construct(target, [pattern, flags]: [string | RegExp, string?]) {
    const re = new target(pattern, flags);
    made.add(JSON.stringify([re.source, re.flags]));
    return re;
  },
});
const { hostOf } = await import("../support/fixture.ts");
const { SAMPLE } = await import("../support/sample.ts");
const { snapshot } = hostOf(SAMPLE);
for (const path of snapshot.files()) snapshot.completion(path, { line: 5, character: 8 });
snapshot.allFindings();
snapshot.coverage("/aims", "iso-42001");
console.log(`[${[...made].join(",")}]`);
export {};
