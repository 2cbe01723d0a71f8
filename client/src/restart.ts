/** What is needed of a language client to start it again. */
export interface Restartable {
  needsStop(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A server that does not end when it is told to is killed by the client within this time, in milliseconds. */
const KILLED = 3_000;

/**
 * Gives the function that ends a client's server and starts another, one at a time. While a server that hangs has not been killed no other is
 * started: its end would pass for the end of the new one, which the client would drop and count as having crashed.
 */
export function restarting(client: Restartable, pause: (milliseconds: number) => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const restart = async (): Promise<void> => {
    // One that is starting cannot be stopped before it has started.
    if (client.needsStop()) await client.start().catch(() => undefined);
    if (client.needsStop()) await client.stop().catch(() => pause(KILLED));
    await client.start();
  };
  return () => {
    last = last.catch(() => undefined).then(restart);
    return last;
  };
}
