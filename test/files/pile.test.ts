import assert from "node:assert/strict";
import { once } from "node:events";
import { MessageChannel } from "node:worker_threads";
import { describe, it } from "mocha";
import { Pile } from "../../server/src/files/pile.ts";

describe("a pile of bytes", () => {
  it("holds what was added, in its order, over many steps of growing", () => {
    const pile = new Pile();
    const pieces = Array.from({ length: 40 }, (_, i) => new Uint8Array(100_000).fill(i));
    for (const piece of pieces) pile.add(piece);
    assert.ok(Buffer.concat(pieces).equals(pile.bytes()));
  });

  it("may be empty", () => {
    const pile = new Pile();
    pile.add(new Uint8Array(0));
    assert.equal(pile.bytes().length, 0);
  });

  it("is shared by a thread that is sent it, not copied", async () => {
    const pile = new Pile();
    pile.add(new TextEncoder().encode("über"));
    const bytes = pile.bytes();
    const { port1, port2 } = new MessageChannel();
    try {
      port1.postMessage(bytes);
      const [come] = (await once(port2, "message")) as [Uint8Array];
      assert.equal(Buffer.from(come).toString(), "über");
      bytes[0] = 0;
      assert.equal(come[0], 0);
    } finally {
      port1.close();
    }
  });
});
