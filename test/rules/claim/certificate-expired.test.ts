import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("certificate-expired", () => {
  it("reads status, cycle and surveillance", () => {
    check(
      ["certificate-expired"],
      `
      //- /aims/suspended.yaml
      aims: certificate
      id: CERT-001
      status: suspended
              ^^^^^^^^^ warning certificate-expired: This certificate is suspended; it must not be claimed.
      //- /aims/long.yaml
      aims: certificate
      id: CERT-002
      valid_from: 2026-02-01
      expires_on: 2031-01-31
                  ^^^^^^^^^^ error certificate-expired: This certificate runs from 2026-02-01 to 2031-01-31, longer than a cycle of 3 years.
      //- /aims/missed.yaml
      aims: certificate
      id: CERT-003
          ^^^^^^^^ warning certificate-expired: No surveillance audit is recorded since one was due by 2026-01-20.
      granted_on: 2025-01-20
      expires_on: 2028-01-19
      //- /aims/kept.yaml
      aims: certificate
      id: CERT-004
      granted_on: 2024-11-20
      expires_on: 2027-11-19
      surveillance:
        - held_on: 2025-11-12
      //- /aims/over.yaml
      aims: certificate
      id: CERT-005
      expires_on: 2025-01-01
      status: expired
      `,
    );
  });
});
