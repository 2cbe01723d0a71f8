import { yamlScalar } from "../scaffold/yaml-out.ts";

/** How a value is written in the notation of the spot it goes to. */
export type Style =
  | {
      readonly as: "yaml";
      readonly flow: boolean;
      /** The field takes a list and a single value is to be put in brackets. */
      readonly wrap: boolean;
      readonly tight: boolean;
    }
  | { readonly as: "cell"; readonly tight: boolean }
  | { readonly as: "line"; readonly tight: boolean }
  | { readonly as: "csv"; readonly separator: string; readonly item: boolean }
  | { readonly as: "prose" };

/** `text` as it stands at a spot. `bare` text is YAML already (`true`, a number). */
export function written(text: string, style: Style, bare = false): string {
  switch (style.as) {
    case "yaml": {
      const scalar = bare ? text : yamlScalar(text, style.flow || style.wrap);
      return `${style.tight ? " " : ""}${style.wrap ? `[${scalar}]` : scalar}`;
    }
    case "cell":
      return `${style.tight ? " " : ""}${text.replace(/\|/g, "\\|")}`;
    case "line":
      return `${style.tight ? " " : ""}${text}`;
    case "csv":
      return !style.item && (text.includes(style.separator) || /["\n\r]/.test(text))
        ? `"${text.replace(/"/g, '""')}"`
        : text;
    case "prose":
      return text;
  }
}
