/** Where messages are sent and come from: a worker, or what it has of its parent. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
}

/** A line to another thread. What comes is kept until it is asked for. */
export class Line<In, Out> {
  readonly #port: Port;
  readonly #come: In[] = [];
  #failed: Error | undefined;
  #waiting: (() => void) | undefined;

  constructor(port: Port) {
    this.#port = port;
    port.on("message", (message) => {
      this.#come.push(message as In);
      this.#waiting?.();
    });
  }

  send(message: Out): void {
    this.#port.postMessage(message);
  }

  /** Nothing comes any more. */
  fail(error: Error): void {
    this.#failed ??= error;
    this.#waiting?.();
  }

  /** Rejected when nothing comes any more. */
  async next(): Promise<In> {
    while (this.#come.length === 0) {
      if (this.#failed) throw this.#failed;
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
    return this.#come.shift() as In;
  }
}
