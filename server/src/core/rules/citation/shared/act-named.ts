import type { BlockData } from "../../../syntax/document.ts";
import { standardNames } from "../../shared/prose.ts";

const ACT = "eu-ai-act";
/** An annex with a high-risk word near it is this Regulation's and no other's. */
const ITS_OWN = /\bannex iii\b.{0,200}\bhigh[- ]risk\b|\bhigh[- ]risk\b.{0,200}\bannex iii\b/is;

/** Whether a sentence, or the stretch of text around it, speaks of the EU AI Act. */
export const citedAct = (data: BlockData, sentence: string): boolean =>
  standardNames(data).some((name) => name.standard === ACT) || ITS_OWN.test(sentence);
