// A page for each standard, from its data and its crosswalks.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const OUT = "docs/reference/standards";

const NOTE = (source) => `<!-- Generated from ${source} by scripts/generate.mjs. Do not edit. -->`;

const readAll = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ name, data: parse(readFileSync(path.join(folder, name), "utf8")) }));

/** Text that stands in a table cell or list and is read as nothing but text. */
const cell = (text) =>
  String(text ?? "")
    .replace(/\s+/g, " ")
    .replace(/[|*_<>`[\]]/g, "\\$&");

const isWord = (id) => /^[a-z][a-z]/.test(id);

function head(data) {
  const status = [data.publisher, data.kind, data.status, data.published && `published ${data.published}`];
  return [
    `# ${cell(data.designation)}`,
    "",
    `**${cell(data.title)}** · ${status.filter(Boolean).map(cell).join(" · ")}`,
    "",
    data.certifiable
      ? "An organisation's management system can be certified to it; a model, product, data set or person cannot."
      : "No certificate against it exists.",
    "",
    cell(data.copyright),
    "",
    `Looked up on ${data.checked}, to be looked up again by ${data.recheck_by}. In documents: \`${data.standard}\`${names(data)}.`,
  ];
}

function names(data) {
  const short = (data.aliases ?? []).filter((a) => !a.includes(" ") && !a.includes("/"));
  return short.length > 0 ? `, also ${short.map((a) => `\`${a}\``).join(", ")}` : "";
}

const MARKS = { required: "required", customary: "usual", none: "" };

function provisionRow(p) {
  const number = isWord(p.id) ? (p.number ?? "") : p.id;
  const own = p.confidence === "own" ? " (working set of this project)" : "";
  const more = [
    p.duty_holders && `Binds: ${p.duty_holders.join(", ")}.`,
    p.applies_from && `Applies from ${p.applies_from.map((a) => `${a.date} (${a.for})`).join("; ")}.`,
    p.amendment && `Amended: ${p.amendment}.`,
  ];
  const text = [p.asks, ...more].filter(Boolean).join(" ");
  return `| ${cell(number)} | ${cell(p.title)}${own} | ${cell(text)} | ${MARKS[p.documented] ?? ""} | ${p.confidence} |`;
}

function provisionTable(data) {
  if (data.provisions === undefined)
    return ["", "Its provisions are not known here one by one; its citations are told from those of others."];
  return [
    "",
    "## What it holds",
    "",
    "*Written*: whether its own text calls for something written. *Confidence* rates number, title and that flag, not the sentence.",
    "",
    "| Number | Title | In plain words | Written | Confidence |",
    "| --- | --- | --- | --- | --- |",
    ...data.provisions.map(provisionRow),
  ];
}

function timeline(data) {
  if (data.timeline === undefined) return [];
  const rows = data.timeline.map((t) => `| ${t.date} | ${cell(t.provision)} | ${cell(t.what)} | ${t.confidence} |`);
  return ["", "## Dates", "", "| Date | Where | What | Confidence |", "| --- | --- | --- | --- |", ...rows];
}

function list(title, items) {
  return items === undefined || items.length === 0 ? [] : ["", `## ${title}`, "", ...items.map((n) => `- ${cell(n)}`)];
}

const ends = (rows, from, to) =>
  rows
    .filter((m) => m[from] !== null && m[to] !== null && m.relationship !== "no-relationship")
    .reduce((map, m) => map.set(m[from], [...(map.get(m[from]) ?? []), m]), new Map());

function crosswalk({ data }, standard, short) {
  const forward = data.from === standard;
  const other = forward ? data.to : data.from;
  const table = ends(data.mappings, forward ? "from" : "to", forward ? "to" : "from");
  const end = (m) => (forward ? m.to : m.from);
  const rows = [...table].map(
    ([id, list]) => `| ${cell(id)} | ${list.map((m) => cell(end(m)) + (m.reuse ? ` (${m.reuse})` : "")).join(", ")} |`,
  );
  return [
    "",
    `### ${cell(short(other))}`,
    "",
    `${data.status === "official" ? "Official" : "Proposed by this project"}: ${cell(data.source)} (checked ${data.checked}).`,
    "",
    `| Here | ${cell(short(other))} |`,
    "| --- | --- |",
    ...rows,
  ];
}

function page({ name, data }, crosswalks, short) {
  const mine = crosswalks.filter((c) => c.data.from === data.standard || c.data.to === data.standard);
  return [
    NOTE(`server/data/standards/${name}`),
    "",
    ...head(data),
    ...list("Notes", data.notes),
    ...timeline(data),
    ...provisionTable(data),
    ...(mine.length > 0
      ? [
          "",
          "## Crosswalks",
          "",
          "Where the same evidence may help. A mapping is neither equivalence nor conformity. In brackets how far a document serves both.",
        ]
      : []),
    ...mine.flatMap((c) => crosswalk(c, data.standard, short)),
    ...list("Not sure yet", data.open_doubts),
    ...list(
      "Sources",
      data.sources.map((s) => [s.title, s.publisher, s.date].filter(Boolean).join(", ")),
    ),
    "",
  ].join("\n");
}

function index(standards) {
  const rows = standards.map(({ data }) => {
    const held = data.provisions?.length ?? 0;
    return `| [${cell(data.designation)}](${data.standard}.md) | \`${data.standard}\` | ${cell(data.kind)} | ${cell(data.status)} | ${held || "citations only"} | ${data.checked} | ${data.recheck_by} |`;
  });
  return [
    NOTE("server/data/standards/"),
    "",
    "# Standards",
    "",
    "What AIMS knows of each standard, law and card. Name those you work to in `aims.yaml` (`standards: [iso-42001, eu-ai-act]`); nothing",
    "is asked for of one that is not named. Numbers and short titles are the publishers'; every sentence is this project's own and replaces",
    "no licensed copy.",
    "",
    "| Standard | In documents | Kind | Status | Provisions | Looked up | Again by |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "Drafts, other standards that are met in documents, and how far the European standards for the AI Act are: [status.md](status.md).",
    "",
  ].join("\n");
}

const STATUS = "server/data/standards-status.yaml";

/** What exists, what is a draft and what is only reported, of standards without a catalogue. */
function status(data) {
  const others = data.others.map(
    (s) =>
      `| ${cell(s.designation)} | ${cell(s.subject)} | ${cell([s.status, s.published].filter(Boolean).join(", "))} | ${cell(s.note)} | ${s.confidence} |`,
  );
  const european = data.harmonised.map(
    (s) =>
      `| ${cell(s.designation)} | ${cell(s.subject)} | ${s.articles.join(", ")} | ${cell(s.status)} | ${s.cited ? "yes" : "no"} | ${s.confidence} |`,
  );
  return [
    NOTE(STATUS),
    "",
    "# What else there is, and how far it is",
    "",
    `Looked up on ${data.checked}, to be looked up again by ${data.recheck_by}.`,
    "",
    ...data.notes.map((note) => `- ${cell(note)}`),
    "",
    "## Standards without a catalogue here",
    "",
    "| Standard | Subject | Status | Note | Confidence |",
    "| --- | --- | --- | --- | --- |",
    ...others,
    "",
    "## European standards made for the AI Act",
    "",
    "| Standard | Subject | Articles | Status | Cited in the Official Journal | Confidence |",
    "| --- | --- | --- | --- | --- | --- |",
    ...european,
    "",
    "## Sources",
    "",
    ...data.sources.map((source) => `- ${cell(source)}`),
    "",
  ].join("\n");
}

/**
 * Pages on the standards.
 * @param {string} root the project's folder
 * @returns {{ path: string, text: string }[]} files to write, paths relative to `root`
 */
export function generate(root) {
  const standards = readAll(path.join(root, "server/data/standards"));
  const crosswalks = readAll(path.join(root, "server/data/crosswalks"));
  const shorts = new Map(standards.map(({ data }) => [data.standard, data.short]));
  const short = (id) => shorts.get(id) ?? id;
  return [
    ...standards.map((s) => ({ path: `${OUT}/${s.data.standard}.md`, text: page(s, crosswalks, short) })),
    { path: `${OUT}/README.md`, text: index(standards) },
    { path: `${OUT}/status.md`, text: status(parse(readFileSync(path.join(root, STATUS), "utf8"))) },
  ];
}
