/** What the command line needs of the process around it. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Absolute, forward slashes. */
  readonly cwd: string;
  /** ISO date. */
  readonly today: string;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether progress may be shown on `err`. */
  readonly progress: boolean;
}
