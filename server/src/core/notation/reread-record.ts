import type { Fields } from "../records/fields.ts";
import type { RecordData } from "../records/model.ts";

/** How the fields of a record are read again from its text; one for all records of a register. */
export type ReadAgain = (source: string) => Fields;

/** So many records keep the fields that somebody asked for: more than are looked at for one thing. */
const KEPT = 256;

/**
 * A record of which a document may have thousands. Its fields, each with its places, are several times as large as all else of it, and
 * seldom asked for once it is checked: only the records asked last keep them, and the others read them again.
 */
class RereadRecord implements RecordData {
  /** Those that keep their fields, in a circle, and the place of the one that is let go next. */
  static readonly #lately: RereadRecord[] = [];
  static #next = 0;

  readonly kind: RecordData["kind"];
  readonly kindText: undefined;
  readonly kindSpan: undefined;
  readonly notation: RecordData["notation"];
  readonly id: RecordData["id"];
  readonly idSpan: RecordData["idSpan"];
  readonly duplicates: RecordData["duplicates"];
  readonly span: RecordData["span"];
  readonly head: RecordData["head"];
  readonly plain: RecordData["plain"];
  readonly template: boolean;
  readonly placeholders: RecordData["placeholders"];
  readonly sections: undefined;
  readonly #source: string;
  readonly #again: ReadAgain;
  #fields: Fields | undefined;

  constructor(read: RecordData, source: string, again: ReadAgain) {
    this.kind = read.kind;
    this.notation = read.notation;
    this.id = read.id;
    this.idSpan = read.idSpan;
    this.duplicates = read.duplicates;
    this.span = read.span;
    this.head = read.head;
    this.plain = read.plain;
    this.template = read.template;
    this.placeholders = read.placeholders;
    this.#source = source;
    this.#again = again;
  }

  get fields(): Fields {
    if (!this.#fields) {
      this.#fields = this.#again(this.#source);
      this.#keep();
    }
    return this.#fields;
  }

  #keep(): void {
    const lately = RereadRecord.#lately;
    const gone = lately[RereadRecord.#next];
    if (gone) gone.#fields = undefined;
    lately[RereadRecord.#next] = this;
    RereadRecord.#next = (RereadRecord.#next + 1) % KEPT;
  }
}

/** The same record, which reads its fields when it is asked for them. It has neither sections nor a kind of its own in its text. */
export const rereadable = (read: RecordData, source: string, again: ReadAgain): RecordData =>
  new RereadRecord(read, source, again);
