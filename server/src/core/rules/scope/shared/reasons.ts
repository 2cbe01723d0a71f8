/** A stretch of a reason. */
export interface Phrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Phrases that put a decision off instead of giving a reason for it: a later phase, an assessment not yet made, a plan to take it in.
 * That something is not yet deployed is a reason and none of these.
 */
const DEFERRALS: readonly RegExp[] = [
  /\b(?:phase|wave|stage|tranche|release) (?:[2-9]|ii+|iv|two|three)\b/i,
  /\b(?:next|later|second|third|future|subsequent|following) (?:phase|wave|stage|tranche|iteration|cycle|revision|year|quarter|version of the scope)\b/i,
  /\bnot (?:yet )?(?:been )?(?:assessed|reviewed|evaluated|classified|analy[sz]ed|examined|inventoried|looked at)(?: yet| so far)?\b/i,
  /\b(?:assessment|review|classification|evaluation|analysis|inventory|decision)(?: is| are)?(?: still)? (?:pending|outstanding|to follow|under ?way|in progress|not (?:yet )?(?:done|complete|completed|started|finished|carried out))\b/i,
  /\b(?:pending|awaiting|until|before) (?:an? |the |its |further |completion of the |completion of )?(?:(?:impact|risk|ai|internal|formal|legal) ){0,2}(?:assessment|review|classification|evaluation|decision)\b/i,
  /\bto be (?:assessed|reviewed|added|included|determined|decided|defined|confirmed|brought in|onboarded|covered|evaluated|considered|completed|done)\b/i,
  /\bwill be (?:assessed|reviewed|added|included|brought|onboarded|covered|considered|evaluated|integrated|taken in|dealt with)\b/i,
  /\b(?:deferred|postponed|on the roadmap|for the time being|for now|at a later (?:date|stage|time|point)|in due course)\b/i,
  /\b(?:inclusion|extension|integration|onboarding) (?:is )?(?:planned|scheduled|foreseen)\b|\bplanned (?:for )?(?:inclusion|integration)\b/i,
  /^\s*(?:later|tb[dc]|to ?do|pending|future|planned|not yet|in progress|someday)\s*(?:[.!]\s*)?$/i,
  /\b(?:spätere phase|noch nicht (?:bewertet|geprüft)|zurückgestellt|wird (?:später|noch)|phase ultérieure|pas encore (?:évalué|analysé)|reporté)\b/i,
];

/** Words before a phrase that turn it round (`will not be included in a later phase`). */
const DENIAL = /\b(?:not|never|no longer|neither|without)\b[^.;]{0,30}$/i;

/** The phrase by which a reason puts the decision off; undefined where it gives one. */
export function deferralIn(reason: string): Phrase | undefined {
  const text = reason.slice(0, 2000);
  for (const pattern of DEFERRALS) {
    const match = pattern.exec(text);
    if (match && !DENIAL.test(text.slice(Math.max(0, match.index - 60), match.index))) {
      return { text: match[0], start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}
