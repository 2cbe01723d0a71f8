import { findPlaceholders } from "../records/placeholders.ts";

/** A parenthesis that is all there is, and tells what to write or gives examples. */
const ASIDE =
  /^\((?:e\.? ?g\.?|i\.e\.|for example|such as|describe|insert|specify|list|provide|enter|add|state|explain|identify|select|choose)[\s,:]/i;

/** Whether a text is only such a parenthesis. */
export const isAside = (text: string): boolean =>
  text.startsWith("(") && ASIDE.test(text) && text.indexOf(")") === text.length - 1;

/** `[Describe how …]`, `(Insert …)` and the like, alone or with nothing but punctuation beside it. */
export function isInstruction(text: string): boolean {
  if (!/^[[(<{]/.test(text)) return false;
  if (isAside(text)) return true;
  if (findPlaceholders(text).length === 0) return false;
  return (
    text
      .replace(/\[[^\][]{0,400}\]|\([^()]{0,400}\)|<[^<>]{0,400}>|\{{1,3}[^{}]{0,400}\}{1,3}/g, "")
      .replace(/[\s.,;:/|–—-]/g, "") === ""
  );
}
