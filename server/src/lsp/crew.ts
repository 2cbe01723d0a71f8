import type { StoredFound } from "../core/analysis.ts";
import { Line, type Port } from "./line.ts";
import { type Facts, type Given, type Readable, type Rest, Share, type Shown } from "./share.ts";

/** Others that a share of the reading can be given to. */
export interface Crew {
  /** How many can be had at most. */
  readonly most: number;
  /** So many documents for each are worth it. */
  readonly each: number;
  /** Starts one. */
  readonly start: () => Mate;
}

/** One of them, as the one that leads sees it. */
export type Mate = Line<FromMate, ToMate>;

type ToMate =
  | { readonly type: "read"; readonly reading: Readable; readonly given: Given; readonly number: number }
  | { readonly type: "facts"; readonly facts: Facts }
  /** The facts of all files have come. */
  | { readonly type: "read-all" }
  | { readonly type: "found"; readonly found: readonly StoredFound[] };

type FromMate =
  | { readonly type: "ready" }
  | { readonly type: "facts"; readonly facts: Facts }
  /** All of its own files are read. */
  | { readonly type: "read-all" }
  | { readonly type: "shown"; readonly shown: Shown }
  | { readonly type: "rest"; readonly rest: Rest };

/** Whether one of the crew could be started. */
export const starts = (mate: Mate): Promise<boolean> =>
  mate.next().then(
    () => true,
    () => false,
  );

/** The facts that come over a line until all files are read. */
export async function* factsOf(line: Pick<Line<FromMate | ToMate, never>, "next">): AsyncGenerator<Facts> {
  for (let message = await line.next(); message.type !== "read-all"; message = await line.next())
    if (message.type === "facts") yield message.facts;
}

export async function expect<T extends (FromMate | ToMate)["type"], M extends { readonly type: string }>(
  line: Line<M, never>,
  type: T,
): Promise<Extract<M, { readonly type: T }>> {
  const message = await line.next();
  if (message.type !== type) throw new Error(`${type} was to come, and ${message.type} came`);
  return message as Extract<M, { readonly type: T }>;
}

/** Takes a share of a first reading that another one leads. */
export async function takeShare(port: Port): Promise<void> {
  const leader = new Line<ToMate, FromMate>(port);
  leader.send({ type: "ready" });
  const { reading, given, number } = await expect(leader, "read");
  const share = new Share(reading);
  share.begin(given);
  for await (const facts of share.read(given.dealt, number)) leader.send({ type: "facts", facts });
  leader.send({ type: "read-all" });
  for await (const facts of factsOf(leader)) share.hear(facts);
  share.workOut("now");
  share.takeFound((await expect(leader, "found")).found);
  const { shown, rest } = share.save();
  leader.send({ type: "shown", shown });
  leader.send({ type: "rest", rest: rest() });
}
