// Generated from server/data/crosswalks/ by scripts/generate.mjs. Do not edit.
import datasheetIsoIec42001 from "./crosswalk-datasheet--iso-iec-42001.ts";
import datasheetIsoIec52592 from "./crosswalk-datasheet--iso-iec-5259-2.ts";
import euAiActIsoIec42001 from "./crosswalk-eu-ai-act--iso-iec-42001.ts";
import euAiActIsoIec42005 from "./crosswalk-eu-ai-act--iso-iec-42005.ts";
import iso9001IsoIec42001 from "./crosswalk-iso-9001--iso-iec-42001.ts";
import isoIec12792IsoIec42001 from "./crosswalk-iso-iec-12792--iso-iec-42001.ts";
import isoIec23894IsoIec42001 from "./crosswalk-iso-iec-23894--iso-iec-42001.ts";
import isoIec23894NistAiRmf from "./crosswalk-iso-iec-23894--nist-ai-rmf.ts";
import isoIec27001IsoIec42001 from "./crosswalk-iso-iec-27001--iso-iec-42001.ts";
import isoIec42005IsoIec42001 from "./crosswalk-iso-iec-42005--iso-iec-42001.ts";
import isoIec42005NistAiRmf from "./crosswalk-iso-iec-42005--nist-ai-rmf.ts";
import isoIec5259IsoIec42001 from "./crosswalk-iso-iec-5259--iso-iec-42001.ts";
import isoIec5338IsoIec42001 from "./crosswalk-iso-iec-5338--iso-iec-42001.ts";
import isoIecTs6254IsoIec42001 from "./crosswalk-iso-iec-ts-6254--iso-iec-42001.ts";
import modelCardIsoIec42001 from "./crosswalk-model-card--iso-iec-42001.ts";
import nistAi6001EuAiAct from "./crosswalk-nist-ai-600-1--eu-ai-act.ts";
import nistAi6001IsoIec42001 from "./crosswalk-nist-ai-600-1--iso-iec-42001.ts";
import nistAiRmfIsoIec42001OfficialExcerpt from "./crosswalk-nist-ai-rmf--iso-iec-42001.official-excerpt.ts";
import nistAiRmfIsoIec42001 from "./crosswalk-nist-ai-rmf--iso-iec-42001.ts";

/** Every crosswalk: the standards at its ends, and what gives the rest of its file as JSON text. */
export default [
  { from: "datasheet", to: "iso-42001", text: datasheetIsoIec42001 },
  { from: "datasheet", to: "iso-5259-2", text: datasheetIsoIec52592 },
  { from: "eu-ai-act", to: "iso-42001", text: euAiActIsoIec42001 },
  { from: "eu-ai-act", to: "iso-42005", text: euAiActIsoIec42005 },
  { from: "iso-9001", to: "iso-42001", text: iso9001IsoIec42001 },
  { from: "iso-12792", to: "iso-42001", text: isoIec12792IsoIec42001 },
  { from: "iso-23894", to: "iso-42001", text: isoIec23894IsoIec42001 },
  { from: "iso-23894", to: "nist-ai-rmf", text: isoIec23894NistAiRmf },
  { from: "iso-27001", to: "iso-42001", text: isoIec27001IsoIec42001 },
  { from: "iso-42005", to: "iso-42001", text: isoIec42005IsoIec42001 },
  { from: "iso-42005", to: "nist-ai-rmf", text: isoIec42005NistAiRmf },
  { from: "iso-5259", to: "iso-42001", text: isoIec5259IsoIec42001 },
  { from: "iso-5338", to: "iso-42001", text: isoIec5338IsoIec42001 },
  { from: "iso-6254", to: "iso-42001", text: isoIecTs6254IsoIec42001 },
  { from: "model-card", to: "iso-42001", text: modelCardIsoIec42001 },
  { from: "nist-ai-600-1", to: "eu-ai-act", text: nistAi6001EuAiAct },
  { from: "nist-ai-600-1", to: "iso-42001", text: nistAi6001IsoIec42001 },
  { from: "nist-ai-rmf", to: "iso-42001", text: nistAiRmfIsoIec42001OfficialExcerpt },
  { from: "nist-ai-rmf", to: "iso-42001", text: nistAiRmfIsoIec42001 },
] as readonly { from: string; to: string; text: () => string }[];
