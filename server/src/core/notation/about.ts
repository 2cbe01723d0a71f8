import { scanCitations, scanStandardNames } from "../catalog/citations.ts";
import type { KindId } from "../generated/kinds.ts";
import { fieldForLabel, kindInfo } from "../records/kinds.ts";
import type { ProvisionRef } from "../records/model.ts";
import type { MarkdownBlock } from "../syntax/markdown-blocks.ts";
import { overlaps, type Span, span } from "../text/span.ts";
import type { DocumentTop } from "./control-header.ts";
import type { ReadSetting } from "./setting.ts";

/** Words beside its citations that a line may have and still say nothing but what the document is about. */
const BESIDE = 2;
const PLAIN_WORDS = /^(?:clauses?|controls?|annex|articles?|requirements?|section)$/i;

/**
 * Provisions a document says it is about: those cited in its title, subtitle and control header, and in a line below these that holds
 * little else (`ISO/IEC 42001, clauses 6.1.2 and 8.2.`). Fields that list provisions for another purpose (what an audit looked at) are left out.
 */
export function aboutOf(
  text: string,
  top: DocumentTop,
  blocks: readonly MarkdownBlock[],
  kind: KindId | undefined,
  setting: ReadSetting,
): ProvisionRef[] {
  let refs: Map<string, ProvisionRef> | undefined;
  const headerBlocks = top.header?.blocks ?? [];
  const spans = [top.title?.title, top.subtitle?.title, ...headerBlocks, openingLine(text, top, blocks, setting)];
  for (const part of spans) {
    if (!part) continue;
    for (const citation of scanCitations(text.slice(part.start, part.end), {
      standards: setting.standards,
      place: "header",
    })) {
      const at = span(citation.span.start + part.start, citation.span.end + part.start);
      if (top.header?.values.some(({ label, value }) => overlaps(value, at) && listsProvisions(kind, label))) continue;
      if (!citation.provision) continue;
      const { standard, id } = citation.provision;
      refs ??= new Map();
      refs.set(`${standard} ${id}`, { standard, provision: id });
    }
  }
  return refs ? [...refs.values()] : [];
}

function listsProvisions(kind: KindId | undefined, label: string): boolean {
  const name = kind && fieldForLabel(kind, label);
  const type = name && kindInfo(kind).field(name)?.type;
  return type === "provision" || type === "provisions";
}

/** The first sentence below title and header, when there is no heading between, and it holds little but citations. */
function openingLine(
  text: string,
  top: DocumentTop,
  blocks: readonly MarkdownBlock[],
  setting: ReadSetting,
): Span | undefined {
  const last = top.header?.blocks.at(-1) ?? top.subtitle ?? top.title;
  if (!last) return undefined;
  const next = blocks.find((block) => block.start >= last.end && block.type !== "rule");
  if (next?.type !== "paragraph") return undefined;
  const sentence = /^[^\n]{0,300}?(?:\.(?=\s)|$)/m.exec(
    text.slice(next.start, Math.min(next.end, next.start + 400)),
  )?.[0];
  if (!sentence) return undefined;
  const named = [
    ...scanCitations(sentence, { standards: setting.standards, place: "header" }).map((c) => c.span),
    ...scanStandardNames(sentence).map((n) => n.span),
  ];
  if (named.length === 0) return undefined;
  const words = [...sentence.matchAll(/\p{L}{4,}/gu)].filter((m) => {
    const at = span(m.index, m.index + m[0].length);
    return !PLAIN_WORDS.test(m[0]) && !named.some((n) => overlaps(n, at));
  });
  return words.length <= BESIDE ? span(next.start, next.start + sentence.length) : undefined;
}
