const FILE = /(?:^|[-_. ])template(?:[-_. ]|$)/i;

/** Whether a file's name, or the folder it lies in, says that it is a template: `_TEMPLATE-policy.md`, `policy.template.md`, `RISK-TEMPLATE.md`. */
export function isTemplatePath(path: string): boolean {
  if (!/template/i.test(path)) return false;
  const parts = path.split(/[\\/]/);
  const name = (parts.at(-1) ?? "").replace(/\.[^.]*$/, "");
  return FILE.test(name) || /^_?templates?$/i.test(parts.at(-2) ?? "");
}

/** `AI policy template`, `Template 01`. */
const ENDS_IN_WORD = /(?:^|\s)(?:template|vorlage|modèle)(?:\s+[A-Z]?\d{1,3})?\s*$/i;
/** `Template model card` and no `Template engine`. */
const BEFORE_DOCUMENT =
  /(?:^|\s)template\s+(?:[\w-]{1,20}\s+){0,2}(?:cards?|data ?sheets?|polic(?:y|ies)|procedures?|registers?|assessments?|statements?|reports?|plans?|forms?|minutes)\s*$/i;

/**
 * Whether a title says that the document is a template: it, or a part of it before or after a dash, ends in the word or in a document that
 * it calls so; or it is yet to be filled in by a program.
 */
export function isTemplateTitle(title: string): boolean {
  if (title.includes("{{")) return true;
  if (!/template|vorlage|modèle/i.test(title)) return false;
  const parts = title.split(/\s[-–—|·]\s|[:|–—()]/);
  return parts.some((part) => ENDS_IN_WORD.test(part) || BEFORE_DOCUMENT.test(part));
}
