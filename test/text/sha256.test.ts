import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { sha256 } from "../../server/src/core/text/sha256.ts";

describe("SHA-256", () => {
  it("has the values of FIPS 180-4's examples", () => {
    assert.equal(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert.equal(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert.equal(
      sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
  });
  it("is that of another implementation, for any text and length", () => {
    const other = (text: string) => createHash("sha256").update(Buffer.from(text, "utf8")).digest("hex");
    for (let n = 0; n < 200; n++) assert.equal(sha256("é".repeat(n)), other("é".repeat(n)));
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => sha256(text) === other(text)));
    assert.equal(sha256("a\ud800b"), other("a\ud800b"));
  });
});
