import { type Provision, provision as findProvision, standard as findStandard } from "../catalog/catalog.ts";
import type { KindId } from "../generated/kinds.ts";
import { type FieldInfo, KINDS, kindInfo } from "../records/kinds.ts";
import type { Plain } from "../records/model.ts";
import type { FileEdit } from "../text/edit.ts";
import type { AimsView } from "../workspace/view.ts";
import { capital, comment, folderFor, freePath, markdownDocument, question, slugPart } from "./new-file.ts";
import { nextId } from "./next-id.ts";

/** Kinds that are one document for the whole AIMS or for one event in it, so that a provision's missing document can be of that kind. */
const WHOLE: ReadonlySet<KindId> = new Set<KindId>(["scope", "policy", "management-review"]);

/** Reads `5.2` or `iso-42001:5.2`. */
export function namedProvision(aims: AimsView, text: string, standard = ""): Provision | undefined {
  const colon = text.indexOf(":");
  const number = colon < 0 ? text : text.slice(colon + 1);
  const wanted = colon < 0 ? standard : text.slice(0, colon);
  const standards = wanted === "" ? aims.config().standards : [wanted];
  for (const id of standards) {
    const found = findProvision(id, number);
    if (found) return found;
  }
  return undefined;
}

/** The kind of document that answers a provision. */
export function kindFor(provision: Provision): KindId {
  const key = `${provision.standard}:${provision.id}`;
  return KINDS.find((k) => WHOLE.has(k.id) && k.demonstrates.includes(key))?.id ?? "procedure";
}

/**
 * The document a provision calls for, as a draft of questions taken from what the provision is about and from what usually
 * shows it.
 * @param named `5.2` or `iso-42001:5.2`
 */
export function documentScaffold(aims: AimsView, named: string, standard = ""): FileEdit[] | string {
  const provision = namedProvision(aims, named, standard);
  if (!provision) return `No standard of this AIMS has a provision "${named}".`;
  if (!provision.assessable)
    return `${provision.id} ${provision.title} is a heading; choose one of the provisions under it.`;
  const kind = kindFor(provision);
  const id = nextId(aims, kind);
  const name = capital(provision.artefacts[0] ?? provision.title);
  const title = freeTitle(aims, name, provision, kind);
  const folder = folderFor(aims, kind);
  const path = freePath(aims, folder, `${id}-${slugPart(name)}`, ".md");
  return [{ path, create: markdownDocument(header(kind, id, title, provision), title, body(provision, kind)) }];
}

/** The usual name of the document; where another document has it already, with the provision's number. */
function freeTitle(aims: AimsView, name: string, provision: Provision, kind: KindId): string {
  const taken = aims.index.ofKind(kind).some((r) => String(r.plain.title ?? "").toLowerCase() === name.toLowerCase());
  return taken ? `${name} (${provision.id})` : name;
}

/** Fields to be filled in by hand: who answers for the document, and what its kind expects. */
function header(kind: KindId, id: string, title: string, provision: Provision): [string, Plain | undefined][] {
  const given = new Set([
    "aims",
    "id",
    "title",
    "status",
    "version",
    "owner",
    "approved_by",
    "approved_on",
    "next_review",
    "satisfies",
  ]);
  const expected = kindInfo(kind).fields.filter(
    (f) => (f.recommended || f.required) && !given.has(f.name) && !isProse(f),
  );
  return [
    ["aims", kind],
    ["id", id],
    ["title", title],
    [
      "status",
      kindInfo(kind)
        .field("status")
        ?.values?.some((v) => v.value === "draft")
        ? "draft"
        : undefined,
    ],
    ["version", "0.1"],
    ["owner", null],
    ...expected.map((f): [string, Plain] => [f.name, null]),
    ["approved_by", null],
    ["approved_on", null],
    ["next_review", null],
    ["satisfies", { [provision.standard]: [provision.id] }],
  ];
}

const isProse = (field: FieldInfo): boolean => field.type === "text" || field.type === "maps" || field.type === "map";

function body(provision: Provision, kind: KindId): string[] {
  const designation = findStandard(provision.standard)?.designation ?? provision.standard;
  const asked = kindInfo(kind).fields.filter((f) => f.recommended && isProse(f) && f.name !== "description");
  return [
    comment(
      `For ${designation}, ${provision.id} ${provision.title}. What stands in square brackets is a question: put your answer in its ` +
        "place. The explanations are this tool's own words; the standard's text decides.",
    ),
    "## Purpose",
    question("What is this document for, and to which units, people and AI systems does it apply?"),
    ...asked.flatMap((field) => [`## ${field.title}`, question(field.description)]),
    "## How it is done here",
    question(`How do you do this, who does it, when, and with what result? It is about this: ${provision.asks}`),
    ...others(provision),
    ...shown(provision),
    "## Responsibilities",
    question("Who answers for this, who carries it out, and who checks it without having done it?"),
    "## Review",
    question("When is this looked at again, by whom, and which events call for it sooner?"),
  ];
}

/** Further documents that usually belong to the provision. */
function others(provision: Provision): string[] {
  return provision.artefacts
    .slice(1)
    .flatMap((artefact) => [
      `## ${capital(artefact)}`,
      question(`Is this part of the present document, or where is it kept? It is about: ${artefact}.`),
    ]);
}

/** What usually shows that a provision is lived. */
function shown(provision: Provision): string[] {
  if (provision.evidence.length === 0) return [];
  const items = provision.evidence.map(
    (item) => `- ${question(`${capital(item)}: where is it, who keeps it, and how new is it?`)}`,
  );
  return ["## Records that show it", items.join("\n")];
}
