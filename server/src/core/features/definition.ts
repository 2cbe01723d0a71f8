import type { Location } from "../analysis-api.ts";
import type { RecordFacts } from "../records/model.ts";
import type { Position } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";
import { locationOf } from "../workspace/locate.ts";
import { namedAt } from "./named.ts";
import { fullestFirst, targetLocation } from "./target.ts";

const MOST = 30;

/** Where the id, citation or link at `at` leads. A citation leads to the records that address its provision. */
export function definitionAt(view: FileView, at: Position): Location[] {
  const { aims } = view;
  const named = view.document.governed ? namedAt(view, view.lines.offset(at)) : undefined;
  switch (named?.what) {
    case "provision":
      return locations(view, addressing(view, named.standard, named.provision));
    case "record":
      return locations(view, named.records);
    case "file":
      return [targetLocation(aims, named.target)];
    default:
      return [];
  }
}

const locations = (view: FileView, records: readonly RecordFacts[]): Location[] =>
  records.slice(0, MOST).flatMap((record) => locationOf(view.aims, record) ?? []);

/** Documents before register rows, so that a policy comes before its line in the statement of applicability. */
const addressing = ({ aims }: FileView, standard: string, provision: string): RecordFacts[] =>
  fullestFirst(aims.index.addressing(standard, provision));
