const FILE = /(?:^|[-_. ])template(?:[-_. ]|$)/i;

/** Whether a file's name, or the folder it lies in, says that it is a template: `_TEMPLATE-policy.md`, `policy.template.md`, `RISK-TEMPLATE.md`. */
export function isTemplatePath(path: string): boolean {
  if (!/template/i.test(path)) return false;
  const parts = path.split(/[\\/]/);
  const name = (parts.at(-1) ?? "").replace(/\.[^.]*$/, "");
  return FILE.test(name) || /^_?templates?$/i.test(parts.at(-2) ?? "");
}

/** Whether a title says that the document is a template: it, or a part of it before or after a dash, ends in the word; or it is yet to be filled in by a program. */
export function isTemplateTitle(title: string): boolean {
  if (title.includes("{{")) return true;
  if (!/template|vorlage|modèle/i.test(title)) return false;
  return title.split(/\s[-–—|·]\s|[:|–—()]/).some((part) => /(?:^|\s)(?:template|vorlage|modèle)\s*$/i.test(part));
}
