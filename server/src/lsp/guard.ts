import { ErrorCodes, ResponseError } from "vscode-languageserver";

/** How often each handler ran and how long it took, in milliseconds. */
export type Timings = Map<string, { count: number; total: number; max: number }>;

/** Where failures are written. */
export interface Log {
  error(message: string): void;
}

/**
 * Makes handlers that never fail: an exception is logged under the handler's name and `fallback` is the answer; undefined where none is
 * awaited.
 * @param ended whether the editor has asked for the end, after which requests are refused and nothing else is taken in
 */
export function guards(log: Log, timings: Timings, ended: () => boolean) {
  const note = (name: string, since: number): void => {
    const took = performance.now() - since;
    const known = timings.get(name) ?? { count: 0, total: 0, max: 0 };
    timings.set(name, { count: known.count + 1, total: known.total + took, max: Math.max(known.max, took) });
  };
  const failed = (name: string, error: unknown): void => {
    log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  return function guard<P extends unknown[], R>(name: string, fallback: R, handler: (...params: P) => R | Promise<R>) {
    return (...params: P): R | Promise<R> => {
      if (ended()) {
        if (fallback === undefined) return fallback;
        throw new ResponseError(ErrorCodes.InvalidRequest, "The server has been shut down.");
      }
      const since = performance.now();
      try {
        const answer = handler(...params);
        if (!(answer instanceof Promise)) return answer;
        return answer.catch((error: unknown) => {
          failed(name, error);
          return fallback;
        });
      } catch (error) {
        failed(name, error);
        return fallback;
      } finally {
        note(name, since);
      }
    };
  };
}
