import type { Rule } from "../rule.ts";
import { brokenLink } from "./broken-link.ts";
import { circularApproval } from "./circular-approval.ts";
import { danglingReference } from "./dangling-reference.ts";
import { duplicateId } from "./duplicate-id.ts";
import { linkOutsideRepository } from "./link-outside-repository.ts";
import { orphanRecord } from "./orphan-record.ts";
import { referenceToRetired } from "./reference-to-retired.ts";
import { selfReference } from "./self-reference.ts";

/** The rules of group *link*. */
export const linkRules: readonly Rule[] = [
  brokenLink,
  circularApproval,
  danglingReference,
  duplicateId,
  linkOutsideRepository,
  orphanRecord,
  referenceToRetired,
  selfReference,
];
