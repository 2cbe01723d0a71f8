import { textHash } from "../text/text-hash.ts";
import { Brought } from "./brought.ts";

/** A results file as the shell read it: its text, or why there is none (in words that finish "it was not read: …"). */
export type SourceContent = { readonly text: string } | { readonly problem: string };

const hashOf = (content: SourceContent): number => textHash(JSON.stringify(content));

/**
 * The results files that records name. None is read before a rule asks for it: what was asked for and is not there yet is handed to
 * the shell by `takeWanted`, and what a shell brings is noted under a key, so that only what reads the file is worked out again.
 */
export class Sources extends Brought<SourceContent, number> {
  constructor() {
    super(hashOf);
  }

  /** Takes a content in; whether it is another than before. */
  set(path: string, content: SourceContent): boolean {
    this.unwant(path);
    return this.put(path, content);
  }

  /** The file may have changed on disk: it is wanted again, and holds as it was until then. */
  touch(path: string): void {
    if (this.knows(path)) this.want(path);
  }
}
