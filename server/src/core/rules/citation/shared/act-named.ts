import { scanStandardNames } from "../../../catalog/citations.ts";
import { remembering } from "../../../text/remember.ts";

const ACT = "eu-ai-act";
/** An annex with a high-risk word beside it is this Regulation's and no other's. */
const ITS_OWN = /\bannex iii\b.{0,200}\bhigh[- ]risk\b|\bhigh[- ]risk\b.{0,200}\bannex iii\b/is;

const namesAct = remembering((text: string): boolean => scanStandardNames(text).some((n) => n.standard === ACT));

/** Whether a sentence, or the stretch of text around it, speaks of the EU AI Act. */
export const citedAct = (text: string, sentence: string): boolean => namesAct(text) || ITS_OWN.test(sentence);
