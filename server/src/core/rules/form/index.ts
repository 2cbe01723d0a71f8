import type { Rule } from "../rule.ts";
import { checkFailed } from "./check-failed.ts";
import { duplicateField } from "./duplicate-field.ts";
import { invalidSyntax } from "./invalid-syntax.ts";
import { invalidValue } from "./invalid-value.ts";
import { malformedId } from "./malformed-id.ts";
import { missingField } from "./missing-field.ts";
import { raggedTableRow } from "./ragged-table-row.ts";
import { templateCounted } from "./template-counted.ts";
import { unclosedFrontMatter } from "./unclosed-front-matter.ts";
import { unfilledPlaceholder } from "./unfilled-placeholder.ts";
import { unknownField } from "./unknown-field.ts";
import { unknownKind } from "./unknown-kind.ts";
import { unreadableDate } from "./unreadable-date.ts";
import { unreadableFile } from "./unreadable-file.ts";
import { unreasonedSuppression } from "./unreasoned-suppression.ts";
import { unusedSuppression } from "./unused-suppression.ts";

/** The rules of group *form*. */
export const formRules: readonly Rule[] = [
  checkFailed,
  duplicateField,
  invalidSyntax,
  invalidValue,
  malformedId,
  missingField,
  raggedTableRow,
  templateCounted,
  unclosedFrontMatter,
  unfilledPlaceholder,
  unknownField,
  unknownKind,
  unreadableDate,
  unreadableFile,
  unreasonedSuppression,
  unusedSuppression,
];
