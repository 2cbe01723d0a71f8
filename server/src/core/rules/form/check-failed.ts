import { rule } from "../rule.ts";

/** Found where rules are run: a check that breaks is said to have broken, never to have found nothing. */
export const checkFailed = rule({
  id: "check-failed",
  group: "form",
  severity: "warning",
  summary: "Finds places where a check itself failed and was left out.",
});
