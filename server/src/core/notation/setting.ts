/** What reading depends on besides the text. */
export interface ReadSetting {
  /** Whether the file lies in a folder that has an `aims.yaml`. */
  readonly inAims: boolean;
  /** Catalogue ids of the standards in use; the first is meant where none is named. */
  readonly standards: readonly string[];
}
