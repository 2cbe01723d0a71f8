import type { KindId } from "../generated/kinds.ts";
import type { Fields } from "../records/fields.ts";
import type { RecordData } from "../records/model.ts";

/** What is the same for all records of a register. */
export interface RereadRegister {
  readonly kind: KindId;
  /** Reads the fields of a record again from its row. */
  readonly again: (source: string) => Fields;
}

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

  readonly id: RecordData["id"];
  readonly duplicates: RecordData["duplicates"];
  readonly head: RecordData["head"];
  readonly plain: RecordData["plain"];
  readonly template: boolean;
  readonly placeholders: RecordData["placeholders"];
  readonly #source: string;
  readonly #register: RereadRegister;
  #fields: Fields | undefined;

  constructor(read: RecordData, source: string, register: RereadRegister) {
    this.id = read.id;
    this.duplicates = read.duplicates;
    this.head = read.head;
    this.plain = read.plain;
    this.template = read.template;
    this.placeholders = read.placeholders;
    this.#source = source;
    this.#register = register;
  }

  get kind(): RecordData["kind"] {
    return this.#register.kind;
  }

  get notation(): RecordData["notation"] {
    return "table-row";
  }

  /** The whole row. */
  get span(): RecordData["span"] {
    return { start: 0, end: this.#source.length };
  }

  /** A record that has an id is shown there. */
  get idSpan(): RecordData["idSpan"] {
    return this.id === undefined ? undefined : this.head;
  }

  get kindText(): undefined {
    return undefined;
  }

  get kindSpan(): undefined {
    return undefined;
  }

  get sections(): undefined {
    return undefined;
  }

  get fields(): Fields {
    if (!this.#fields) {
      this.#fields = this.#register.again(this.#source);
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

/** The same record of a register's row, which reads its fields when it is asked for them; `source` is the row's text. */
export const rereadable = (read: RecordData, source: string, register: RereadRegister): RecordData =>
  new RereadRecord(read, source, register);
