import { readFrontMatter } from "../syntax/front-matter.ts";
import { scanningMarkdown } from "../syntax/markdown-blocks.ts";
import type { Steps } from "../text/to-end.ts";
import { readSuppressions } from "../syntax/suppressions.ts";
import { BodyReader } from "./markdown-body.ts";
import { headingsOf } from "./sections.ts";
import type { Contents, Source } from "./source.ts";

/** A Markdown file that outsiders read and that is no governance document: its text, and no record of it. */
export function* readPublicText(source: Source): Steps<Contents> {
  const { text, start } = source;
  const scanned = yield* scanningMarkdown(text, readFrontMatter(text, start)?.body ?? start);
  const headings = headingsOf(text, scanned, text.length);
  const { blocks } = yield* new BodyReader(source, undefined, "").read(scanned, headings, []);
  return { governed: false, records: [], blocks, headings, suppressions: readSuppressions(text, 0, 0) };
}
