import type { Fields } from "../records/fields.ts";
import type { RecordData } from "../records/model.ts";

/** How the fields of a record are read again from its text; one for all records of a register. */
export type ReadAgain = (source: string) => Fields;

/**
 * A record of which a document may have thousands. Its fields, each with its places, are several times as large as all else of it, and once
 * it is checked few of them are ever asked for: the memory for them may be taken back, and they are read again when somebody asks.
 */
class RereadRecord implements RecordData {
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
  #fields: WeakRef<Fields>;

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
    this.#fields = new WeakRef(read.fields);
  }

  get fields(): Fields {
    let fields = this.#fields.deref();
    if (!fields) {
      fields = this.#again(this.#source);
      this.#fields = new WeakRef(fields);
    }
    return fields;
  }
}

/** The same record, with its fields kept only as long as there is memory for them. It has neither sections nor a kind of its own in its text. */
export const rereadable = (read: RecordData, source: string, again: ReadAgain): RecordData =>
  new RereadRecord(read, source, again);
