import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

const DOC = "---\naims: policy\nid: AIMS-POL-001\ntitle: AI policy\n---\n\n# AI policy\n";
const said = (...lines: string[]): string => `//- /aims/doc.md\n${DOC}\n${lines.join("\n\n")}\n`;

describe("outdated-legal-date", () => {
  it("reads dates as people write them", () => {
    check(
      ["outdated-legal-date"],
      `
      //- /aims/doc.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      # AI policy

      The AI Act's requirements for high-risk AI systems become applicable on August 2, 2026.
                                                                              ^^^^^^^^^^^^^^ warning outdated-legal-date (fix): …

      The AI Act becomes fully applicable on 2 August 2026, when high-risk obligations apply.
                                             ^^^^^^^^^^^^^ warning outdated-legal-date: …

      Annex III high-risk systems: deadline 2026-08-02.
                                            ^^^^^^^^^^ warning outdated-legal-date (fix): …

      Full compliance of our high-risk systems with the EU AI Act is due by August 2026.
                                                                            ^^^^^^^^^^^ warning outdated-legal-date (fix): August 2026 is given as the date of the high-risk rules for uses of Annex III; Regulation (EU) 2026/1744 moved it to 2 December 2027.

      The EU AI Act applies to safety components of Annex I products from 2 August 2027.
                                                                          ^^^^^^^^^^^^^ warning outdated-legal-date (fix): 2 August 2027 is given as the date of the high-risk rules for products under Annex I; …

      | Law | Part | Date |
      |-----|------|------|
      | EU AI Act | High-risk obligations | 2 August 2026 |
                                            ^^^^^^^^^^^^^ warning outdated-legal-date (fix): …
      | EU AI Act | High-risk obligations | was 2 August 2026 |
      | Internal | High-risk review due | 2 August 2026 |
      `,
    );
  });

  it("reads German and French sentences and their dates", () => {
    check(
      ["outdated-legal-date"],
      `
      //- /aims/doc.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      # AI policy

      Nach dem AI Act gelten die Pflichten für Hochrisiko-Systeme ab dem 2. August 2026.
                                                                         ^^^^^^^^^^^^^^ warning outdated-legal-date: 2. August 2026 is given as …

      Die Anforderungen der KI-Verordnung an Hochrisiko-KI gelten ab 02.08.2026.
                                                                     ^^^^^^^^^^ warning outdated-legal-date (fix): …

      Les obligations de l'AI Act pour les systèmes à haut risque s'appliquent à partir du 2 août 2026.
                                                                                           ^^^^^^^^^^^ warning outdated-legal-date: …
      `,
    );
    check(
      ["outdated-legal-date"],
      said(
        "Nach dem AI Act sollten die Pflichten für Hochrisiko-Systeme ab dem 2. August 2026 gelten.",
        "Die Pflichten des AI Act für Hochrisiko-Systeme gelten nicht ab dem 2. August 2026, sondern später.",
        "Die Geltung der Hochrisiko-Vorschriften des AI Act wurde vom 2. August 2026 auf den 2. Dezember 2027 verschoben.",
        "Die Transparenzpflichten des AI Act gelten ab dem 2. August 2026, auch für Hochrisiko-Systeme.",
        "Les règles de l'AI Act sur les systèmes à haut risque devaient s'appliquer dès le 2 août 2026.",
        "L'AI Act interdit certaines pratiques ; les systèmes à haut risque ne sont pas concernés avant le 2 août 2026.",
        "Nach dem AI Act gelten die Pflichten für Hochrisiko-Systeme ab dem 2. Dezember 2027.",
        "Wir prüfen unsere Hochrisiko-Lieferanten bis zum 2. August 2026.",
      ),
    );
  });

  it("is silent on history, denial, questions and other parts of the Act", () => {
    check(
      ["outdated-legal-date"],
      said(
        "Under the EU AI Act the high-risk rules were to apply from 2 August 2026.",
        "The application of the AI Act's high-risk rules was postponed from 2 August 2026 to 2 December 2027.",
        "The EU AI Act's high-risk rules do not apply from 2 August 2026.",
        "Do the high-risk rules of the EU AI Act apply from 2 August 2026?",
        "The transparency duties of Article 50 of the EU AI Act apply from 2 August 2026, for high-risk systems too.",
        "The EU AI Act is generally applicable from 2 August 2026.",
        "Annex III high-risk systems have to be registered under the AI Act by August 2026.",
        "Penalties for high-risk breaches of the AI Act apply from 2 August 2026.",
        "Under the AI Act, CE marking of high-risk systems applies from 2 August 2026.",
        "General-purpose models under the EU AI Act released earlier comply by 2 August 2027.",
        "We review our high-risk suppliers by 2 August 2026.",
        "The high-risk list of the EU AI Act is checked; see `from 2 August 2026`.",
        "The EU AI Act's high-risk rules apply from 2 December 2027.",
      ),
    );
  });

  it("leaves minutes as they are", () => {
    check(
      ["outdated-legal-date"],
      "//- /aims/m.md\n---\naims: management-review\nid: MR-2026-01\ntitle: Review\n---\n# Review\n\nThe EU AI Act's high-risk rules apply from 2 August 2026.\n",
    );
  });

  it("writes the new date in the form of the old one", () => {
    const cases: readonly [string, string][] = [
      ["2 August 2026", "2 December 2027"],
      ["August 2, 2026", "December 2, 2027"],
      ["2026-08-02", "2027-12-02"],
      ["Aug 2026", "Dec 2027"],
      ["2 Aug 2026", "2 Dec 2027"],
    ];
    for (const [old, now] of cases) {
      const line = (date: string): string => said(`The EU AI Act applies to high-risk systems from ${date}.`);
      checkFix("outdated-legal-date", line(old), line(now));
    }
  });
});
