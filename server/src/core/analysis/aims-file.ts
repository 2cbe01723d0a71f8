import type { Document } from "../syntax/document.ts";
import type { FileFacts } from "../workspace/api.ts";
import type { Reading } from "../workspace/facts.ts";
import type { Named } from "../workspace/named.ts";

/** Told when a document is read again that had been let go. */
export type Reread = (file: AimsFile) => Document;

/**
 * One file of an AIMS. Its facts are always at hand; its document is let go when nobody works on it and is read again from the same text
 * when somebody asks for it.
 */
export class AimsFile implements Reading {
  readonly path: string;
  readonly facts: FileFacts;
  /** Identity of the text that was read: another text, another edition. */
  readonly edition: object = {};
  /** Whether rules look at it at all. */
  readonly checked: boolean;
  readonly #reread: Reread;
  #document: Document | undefined;
  #named: Named | undefined;

  private constructor(facts: FileFacts, checked: boolean, reading: Partial<Reading>, reread: Reread) {
    this.path = facts.path;
    this.facts = facts;
    this.checked = checked;
    this.#document = reading.document;
    this.#named = reading.named;
    this.#reread = reread;
  }

  static read(reading: Reading, reread: Reread): AimsFile {
    const { document, facts } = reading;
    return new AimsFile(facts, document.governed || document.published === true, reading, reread);
  }

  /** A file of which an earlier run of the tool left the facts. */
  static restored(facts: FileFacts, checked: boolean, reread: Reread): AimsFile {
    return new AimsFile(facts, checked, {}, reread);
  }

  get document(): Document {
    this.#document ??= this.#reread(this);
    return this.#document;
  }

  /** The document if it is at hand. */
  get loaded(): Document | undefined {
    return this.#document;
  }

  /** Puts the document at hand, read from the same text. */
  supply(document: Document): void {
    this.#document ??= document;
  }

  /** What its blocks name, as long as the document is at hand. */
  get named(): Named | undefined {
    return this.#named;
  }

  /** Lets the document go. */
  letGo(): void {
    this.#document = undefined;
    this.#named = undefined;
  }
}
