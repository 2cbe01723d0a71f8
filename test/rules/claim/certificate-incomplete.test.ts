import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("certificate-incomplete", () => {
  it("leaves an application alone, and says once that nobody is accredited", () => {
    check(
      ["certificate-incomplete"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      //- /aims/certificate.yaml
      aims: certificate
      id: CERT-001
          ^^^^^^^^ warning certificate-incomplete (fix): This certificate does not say: certificate number,…
          ^^^^^^^^ info certificate-incomplete: This certificate names no accreditation body, so it must not be called accredited.
      standard: ISO/IEC 42001:2023
      status: valid
      //- /aims/applied.yaml
      aims: certificate
      id: CERT-002
      status: applied
      `,
    );
  });
});
