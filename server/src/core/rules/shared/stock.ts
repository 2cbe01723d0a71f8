const STOCK =
  /^(?:(?:currently )?(?:not|isn't|is not) (?:applicable|relevant|needed|necessary|required|in scope|included|covered|part of (?:the )?(?:scope|aims))|out of scope|outside (?:the )?scope|excluded|exclusion|no reason|no justification|other|misc|see above|as above|ditto|idem|reason|justification)(?: (?:to|for|at|in|by) (?:us|this time|present|now|the moment|our (?:organi[sz]ation|company|business|scope)|the (?:organi[sz]ation|company|business|scope|aims)|this (?:organi[sz]ation|company|scope)))?[.!]?$/i;

/** Whether a reason only says the decision again (`not applicable`, `out of scope`). */
export const isStockReason = (reason: string): boolean => STOCK.test(reason.trim().slice(0, 200));
