import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("supplier-unassessed", () => {
  it("knows when the next assessment is due", () => {
    check(
      ["supplier-unassessed"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/suppliers.md
      # Suppliers

      | Supplier ID | Supplier name | Product | Last assessment | Next due | Status |
      |-------------|---------------|---------|-----------------|----------|--------|
      | SUP-001 | Example Models | Model | 2025-08-28 | 28 Aug 2026 | Approved |
                                                        ^^^^^^^^^^^ warning supplier-unassessed: The next assessment of this supplier was due on 2026-08-28.
      | SUP-002 | Example Cloud | Hosting | 2026-08-28 | 2027-08-28 | Approved |
      `,
    );
  });

  it("is silent when nothing says that it is in use", () => {
    check(
      ["supplier-unassessed"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/suppliers.yaml
      suppliers:
        - id: SUP-001
          name: Example Models
          supplies: Model
        - id: SUP-002
          name: Example Cloud
          status: proposed
          systems: [AI-001]
      `,
    );
  });
});
