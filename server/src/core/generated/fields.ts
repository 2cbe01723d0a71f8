// Generated from schemas/ by scripts/generate.mjs. Do not edit.

/** Fields of AI management system. */
export interface ManagementSystemFields {
  /** Organisation. */
  readonly organisation?: string;
  /** Title. */
  readonly title?: string;
  /** Roles towards AI. */
  readonly roles?: readonly ("provider" | "developer" | "deployer" | "user" | "customer" | "platform-provider" | "integrator" | "importer" | "distributor" | "authorised-representative" | "product-manufacturer" | "data-provider" | "partner")[];
  /** Standards. */
  readonly standards?: readonly string[];
  /** Top management. */
  readonly top_management?: readonly string[];
  /** Sites. */
  readonly sites?: readonly string[];
  /** Jurisdictions. */
  readonly jurisdictions?: readonly string[];
  /** Scales. */
  readonly scales?: { readonly likelihood?: readonly string[]; readonly impact?: readonly string[] };
  /** Risk matrix. */
  readonly matrix?: readonly { readonly rating?: string; readonly from?: number; readonly to?: number; readonly action?: string }[];
  /** Risk appetite. */
  readonly appetite?: string;
  /** Review intervals. */
  readonly review_intervals?: Readonly<Record<string, unknown>>;
  /** Id patterns. */
  readonly id_patterns?: Readonly<Record<string, unknown>>;
  /** Include. */
  readonly include?: readonly string[];
  /** Exclude. */
  readonly exclude?: readonly string[];
  /** Public files. */
  readonly public?: readonly string[];
  /** Templates. */
  readonly templates?: readonly string[];
  /** Rules. */
  readonly rules?: Readonly<Record<string, unknown>>;
  /** Preview rules. */
  readonly previews?: boolean;
  /** Certificate. */
  readonly certificate?: string;
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Scope statement. */
export interface ScopeFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Scope statement. */
  readonly statement?: string;
  /** Boundaries. */
  readonly boundaries?: string;
  /** Organisational units. */
  readonly units?: readonly string[];
  /** Sites. */
  readonly sites?: readonly string[];
  /** Activities. */
  readonly activities?: readonly string[];
  /** Roles towards AI. */
  readonly roles?: readonly ("provider" | "developer" | "deployer" | "user" | "customer" | "platform-provider" | "integrator" | "importer" | "distributor" | "authorised-representative" | "product-manufacturer" | "data-provider" | "partner")[];
  /** AI systems in scope. */
  readonly systems?: readonly string[];
  /** Exclusions. */
  readonly exclusions?: readonly { readonly system?: string; readonly what?: string; readonly reason?: string; readonly approved_by?: string; readonly approved_on?: string; readonly review_on?: string }[];
  /** Interfaces. */
  readonly interfaces?: readonly string[];
  /** Context issues considered. */
  readonly context_issues?: readonly string[];
  /** Interested parties considered. */
  readonly interested_parties?: readonly string[];
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Context issue. */
export interface ContextIssueFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** Internal or external. */
  readonly side?: "internal" | "external";
  /** Category. */
  readonly category?: string;
  /** Effect. */
  readonly effect?: string;
  /** Response. */
  readonly response?: string;
  /** Risks. */
  readonly risks?: readonly string[];
  /** Status. */
  readonly status?: "open" | "monitored" | "closed";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Interested party. */
export interface InterestedPartyFields {
  /** Identifier. */
  readonly id?: string;
  /** Name. */
  readonly name?: string;
  /** Internal or external. */
  readonly type?: "internal" | "external";
  /** Needs and expectations. */
  readonly needs?: readonly string[];
  /** Requirements taken on. */
  readonly requirements?: readonly string[];
  /** Legal and other provisions. */
  readonly provisions?: readonly string[];
  /** Affected. */
  readonly affected?: boolean;
  /** Engagement. */
  readonly engagement?: string;
  /** Influence. */
  readonly influence?: string;
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Policy. */
export interface PolicyFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Owner. */
  readonly owner?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Purpose. */
  readonly purpose?: string;
  /** Applies to. */
  readonly applies_to?: readonly string[];
  /** Principles. */
  readonly principles?: readonly string[];
  /** Objectives. */
  readonly objectives?: readonly string[];
  /** Aligned with. */
  readonly aligned_with?: readonly string[];
  /** Communicated on. */
  readonly communicated_on?: string;
  /** Published at. */
  readonly published?: string;
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Role. */
export interface RoleFields {
  /** Identifier. */
  readonly id?: string;
  /** Role. */
  readonly title?: string;
  /** Held by. */
  readonly holder?: readonly string[];
  /** Deputy. */
  readonly deputy?: string;
  /** Responsibilities. */
  readonly responsibilities?: readonly string[];
  /** Authorities. */
  readonly authorities?: readonly string[];
  /** Reports to. */
  readonly reports_to?: string;
  /** Competence needed. */
  readonly competence?: readonly string[];
  /** Assigned by. */
  readonly assigned_by?: string;
  /** Assigned on. */
  readonly assigned_on?: string;
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of AI system. */
export interface SystemFields {
  /** Identifier. */
  readonly id?: string;
  /** Name. */
  readonly name?: string;
  /** Description. */
  readonly description?: string;
  /** Owner. */
  readonly owner?: string;
  /** Version in use. */
  readonly version?: string;
  /** Life-cycle stage. */
  readonly stage?: "inception" | "design-development" | "verification-validation" | "deployment" | "operation-monitoring" | "continuous-validation" | "re-evaluation" | "retirement";
  /** Our role. */
  readonly role?: readonly ("provider" | "developer" | "deployer" | "user" | "customer" | "platform-provider" | "integrator" | "importer" | "distributor" | "authorised-representative" | "product-manufacturer" | "data-provider" | "partner")[];
  /** Purpose. */
  readonly purpose?: string;
  /** Intended use. */
  readonly intended_use?: string;
  /** Uses ruled out. */
  readonly out_of_scope_uses?: readonly string[];
  /** Foreseeable misuse. */
  readonly foreseeable_misuse?: readonly string[];
  /** Users. */
  readonly users?: readonly string[];
  /** Affected people. */
  readonly affected?: readonly string[];
  /** Vulnerable groups. */
  readonly vulnerable_groups?: readonly string[];
  /** Autonomy. */
  readonly autonomy?: string;
  /** Human oversight. */
  readonly oversight?: string;
  /** Data sets. */
  readonly datasets?: readonly string[];
  /** Models. */
  readonly models?: readonly string[];
  /** Model card. */
  readonly model_card?: string;
  /** Suppliers. */
  readonly suppliers?: readonly string[];
  /** Feeds. */
  readonly feeds?: readonly string[];
  /** Depends on. */
  readonly depends_on?: readonly string[];
  /** Generative. */
  readonly generative?: boolean;
  /** General-purpose model. */
  readonly general_purpose?: boolean;
  /** Provider of the model. */
  readonly model_provider?: boolean;
  /** Interacts with people. */
  readonly interacts_with_people?: boolean;
  /** Profiling. */
  readonly profiling?: boolean;
  /** Biometric. */
  readonly biometric?: boolean;
  /** Safety component. */
  readonly safety_component?: boolean;
  /** Personal data. */
  readonly personal_data?: boolean;
  /** Areas of use. */
  readonly use_areas?: readonly ("biometrics" | "critical-infrastructure" | "education" | "employment" | "essential-services" | "law-enforcement" | "migration" | "justice-democracy" | "none")[];
  /** Uses listed in Annex III. */
  readonly annex_iii_uses?: readonly ("remote-biometric-identification" | "biometric-categorisation" | "emotion-recognition" | "critical-infrastructure-safety" | "education-admission" | "grading" | "education-level" | "test-proctoring" | "recruitment" | "decisions-at-work" | "public-benefits" | "credit-scoring" | "life-or-health-insurance" | "emergency-calls" | "victim-risk" | "police-lie-detection" | "evidence-reliability" | "offending-risk" | "police-profiling" | "border-lie-detection" | "border-risk" | "asylum-and-visa-applications" | "border-identification" | "courts" | "elections" | "none")[];
  /** Practices of Article 5. */
  readonly article_5_practices?: readonly ("harmful-manipulation" | "exploiting-vulnerability" | "intimate-imagery-without-consent" | "child-sexual-abuse-material" | "social-scoring" | "crime-prediction-by-profiling" | "untargeted-face-scraping" | "emotion-inference-at-work-or-in-education" | "biometric-categorisation-by-sensitive-traits" | "live-identification-by-police" | "none")[];
  /** Product law. */
  readonly product_law?: readonly ("toys" | "recreational-craft" | "lifts" | "explosive-atmospheres" | "radio-equipment" | "pressure-equipment" | "cableways" | "protective-equipment" | "gas-appliances" | "medical-devices" | "in-vitro-diagnostics" | "machinery" | "vehicles" | "marine-equipment" | "rail" | "aviation" | "none")[];
  /** Third-party assessment. */
  readonly third_party_assessment?: boolean;
  /** Synthetic content. */
  readonly synthetic_content?: readonly ("text" | "image" | "audio" | "video" | "deep-fake" | "text-on-public-matters" | "code" | "none")[];
  /** Jurisdictions. */
  readonly jurisdictions?: readonly string[];
  /** Deployed on. */
  readonly deployed_on?: string;
  /** Last material change. */
  readonly last_change?: string;
  /** Retired on. */
  readonly retired_on?: string;
  /** Risk tier. */
  readonly tier?: "prohibited" | "high" | "limited" | "minimal" | "gpai";
  /** Reason for the tier. */
  readonly tier_reason?: string;
  /** Exception relied on. */
  readonly derogation?: "narrow-procedural-task" | "improves-finished-human-work" | "finds-patterns" | "preparatory-task" | "none";
  /** Assessment behind the exception. */
  readonly derogation_assessment?: string;
  /** Tier decided by. */
  readonly tier_decided_by?: string;
  /** Tier decided on. */
  readonly tier_decided_on?: string;
  /** In scope. */
  readonly in_scope?: boolean;
  /** Reason for exclusion. */
  readonly exclusion_reason?: string;
  /** Exclusion approved by. */
  readonly exclusion_approved_by?: string;
  /** Exclusion approved on. */
  readonly exclusion_approved_on?: string;
  /** Impact assessment. */
  readonly impact_assessment?: readonly string[];
  /** Risks. */
  readonly risks?: readonly string[];
  /** Measurements. */
  readonly metrics?: readonly string[];
  /** Status. */
  readonly status?: "planned" | "development" | "pilot" | "live" | "suspended" | "retired";
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Data set. */
export interface DatasetFields {
  /** Identifier. */
  readonly id?: string;
  /** Name. */
  readonly name?: string;
  /** Description. */
  readonly description?: string;
  /** Owner. */
  readonly owner?: string;
  /** Version. */
  readonly version?: string;
  /** Used for. */
  readonly uses?: readonly ("training" | "validation" | "testing" | "operation" | "retrieval" | "fine-tuning")[];
  /** Origin. */
  readonly origin?: string;
  /** Collected from. */
  readonly collected_from?: string;
  /** Collected to. */
  readonly collected_to?: string;
  /** Acquired on. */
  readonly acquired_on?: string;
  /** Supplier. */
  readonly supplier?: string;
  /** Licence. */
  readonly licence?: string;
  /** Legal basis. */
  readonly legal_basis?: string;
  /** Personal data. */
  readonly personal_data?: boolean;
  /** Special categories. */
  readonly special_categories?: readonly string[];
  /** Whom they are about. */
  readonly subjects?: readonly string[];
  /** Population. */
  readonly population?: string;
  /** Population of use. */
  readonly deployment_population?: string;
  /** Size. */
  readonly size?: string;
  /** Preparation. */
  readonly preparation?: string;
  /** Labelling. */
  readonly labelling?: string;
  /** Provenance. */
  readonly provenance?: readonly string[];
  /** Data quality. */
  readonly quality?: readonly { readonly characteristic?: "accuracy" | "completeness" | "consistency" | "credibility" | "currentness" | "accessibility" | "compliance" | "confidentiality" | "efficiency" | "precision" | "traceability" | "understandability" | "availability" | "portability" | "recoverability" | "auditability" | "balance" | "diversity" | "effectiveness" | "identifiability" | "relevance" | "representativeness" | "similarity" | "timeliness"; readonly measure?: string; readonly target?: string; readonly value?: string; readonly measured_on?: string; readonly source?: string }[];
  /** Known gaps. */
  readonly known_gaps?: readonly string[];
  /** Retention. */
  readonly retention?: string;
  /** Path. */
  readonly path?: string;
  /** Status. */
  readonly status?: "planned" | "approved" | "restricted" | "retired";
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Model card. */
export interface ModelCardFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** System. */
  readonly system?: string;
  /** Model name. */
  readonly model_name?: string;
  /** Model version. */
  readonly model_version?: string;
  /** Model type. */
  readonly model_type?: string;
  /** Developed by. */
  readonly developers?: readonly string[];
  /** Contact. */
  readonly contact?: string;
  /** Intended use. */
  readonly intended_use?: string;
  /** Uses ruled out. */
  readonly out_of_scope_uses?: readonly string[];
  /** Limitations. */
  readonly limitations?: readonly string[];
  /** Known harms. */
  readonly known_harms?: readonly string[];
  /** Groups evaluated. */
  readonly groups?: readonly string[];
  /** Licence. */
  readonly license?: string;
  /** Licence name. */
  readonly license_name?: string;
  /** Licence link. */
  readonly license_link?: string;
  /** Language. */
  readonly language?: readonly string[];
  /** Library. */
  readonly library_name?: string;
  /** Task. */
  readonly pipeline_tag?: string;
  /** Data sets. */
  readonly datasets?: readonly string[];
  /** Metrics. */
  readonly metrics?: readonly string[];
  /** Base model. */
  readonly base_model?: readonly string[];
  /** Relation to base model. */
  readonly base_model_relation?: string;
  /** Newer version. */
  readonly new_version?: string;
  /** Results. */
  readonly "model-index"?: Readonly<Record<string, unknown>>;
  /** Emissions. */
  readonly co2_eq_emissions?: Readonly<Record<string, unknown>>;
  /** Access prompt. */
  readonly extra_gated_prompt?: string;
  /** Thumbnail. */
  readonly thumbnail?: string;
  /** Inference. */
  readonly inference?: Readonly<Record<string, unknown>>;
  /** Widget. */
  readonly widget?: Readonly<Record<string, unknown>>;
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of AI system impact assessment. */
export interface ImpactAssessmentFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** System. */
  readonly system?: string;
  /** System version assessed. */
  readonly system_version?: string;
  /** Assessed on. */
  readonly assessed_on?: string;
  /** Assessor. */
  readonly assessor?: string;
  /** Participants. */
  readonly participants?: readonly string[];
  /** Consulted. */
  readonly consulted?: readonly string[];
  /** Uses covered. */
  readonly uses_covered?: readonly string[];
  /** Uses left out. */
  readonly uses_excluded?: readonly string[];
  /** Jurisdictions. */
  readonly jurisdictions?: readonly string[];
  /** System description. */
  readonly description?: string;
  /** Capabilities. */
  readonly capabilities?: readonly string[];
  /** Limitations. */
  readonly limitations?: readonly string[];
  /** Degree of automation. */
  readonly automation?: string;
  /** Purpose. */
  readonly purpose?: string;
  /** Alternatives considered. */
  readonly alternatives?: readonly string[];
  /** Intended use. */
  readonly intended_use?: string;
  /** Foreseeable misuse. */
  readonly misuse?: readonly string[];
  /** Failures and misuse. */
  readonly failures?: readonly { readonly what?: string; readonly consequence?: string; readonly detection?: string }[];
  /** Data. */
  readonly data?: string;
  /** Data sets. */
  readonly datasets?: readonly string[];
  /** Data quality. */
  readonly data_quality?: string;
  /** Algorithms and models. */
  readonly algorithm?: string;
  /** Deployment environment. */
  readonly environment?: string;
  /** Human oversight. */
  readonly oversight?: string;
  /** Affected people. */
  readonly affected?: readonly string[];
  /** Vulnerable groups. */
  readonly vulnerable_groups?: readonly string[];
  /** Benefits. */
  readonly benefits?: readonly string[];
  /** Harms. */
  readonly harms?: readonly string[];
  /** Impacts. */
  readonly impacts?: readonly { readonly party?: string; readonly dimension?: string; readonly direction?: "benefit" | "harm"; readonly description?: string; readonly severity?: number | string; readonly likelihood?: number | string; readonly reversibility?: string; readonly evidence?: string }[];
  /** Societal effects. */
  readonly societal?: string;
  /** Measures. */
  readonly measures?: readonly { readonly what?: string; readonly addresses?: string; readonly owner?: string; readonly due?: string; readonly status?: "open" | "in-progress" | "done" | "overdue" | "cancelled"; readonly metric?: string }[];
  /** Measured outcomes. */
  readonly metrics?: readonly string[];
  /** Risks. */
  readonly risks?: readonly string[];
  /** Overall impact. */
  readonly impact_level?: string;
  /** Impact after measures. */
  readonly residual_impact?: string;
  /** Conclusion. */
  readonly conclusion?: string;
  /** Decision. */
  readonly decision?: "go" | "conditional" | "stop";
  /** Conditions. */
  readonly conditions?: readonly string[];
  /** Reassess on. */
  readonly reassess_on?: string;
  /** Triggers. */
  readonly reassess_triggers?: readonly string[];
  /** Reported to. */
  readonly reported_to?: readonly string[];
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Risk. */
export interface RiskFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Risk source. */
  readonly source?: string;
  /** Category. */
  readonly category?: string;
  /** Life-cycle stage. */
  readonly stage?: "inception" | "design-development" | "verification-validation" | "deployment" | "operation-monitoring" | "continuous-validation" | "re-evaluation" | "retirement";
  /** Consequences. */
  readonly consequences?: readonly { readonly for?: "individuals" | "groups" | "society" | "organisation"; readonly what?: string; readonly impact?: number | string }[];
  /** Affected. */
  readonly affected?: readonly string[];
  /** Likelihood. */
  readonly likelihood?: number | string;
  /** Impact. */
  readonly impact?: number | string;
  /** Score. */
  readonly score?: number;
  /** Rating. */
  readonly rating?: string;
  /** Existing controls. */
  readonly existing_controls?: string;
  /** Treatment. */
  readonly treatment?: string;
  /** Treatment plan. */
  readonly treatment_plan?: string;
  /** Controls. */
  readonly controls?: readonly string[];
  /** Measurements. */
  readonly measures?: readonly string[];
  /** Owner. */
  readonly owner?: string;
  /** Due. */
  readonly due?: string;
  /** Residual likelihood. */
  readonly residual_likelihood?: number | string;
  /** Residual impact. */
  readonly residual_impact?: number | string;
  /** Residual score. */
  readonly residual_score?: number;
  /** Residual rating. */
  readonly residual?: string;
  /** Accepted by. */
  readonly accepted_by?: string;
  /** Accepted on. */
  readonly accepted_on?: string;
  /** Reason for acceptance. */
  readonly acceptance_reason?: string;
  /** Acceptance ends. */
  readonly acceptance_expires?: string;
  /** Identified on. */
  readonly identified_on?: string;
  /** Identified by. */
  readonly identified_by?: string;
  /** Impact assessment. */
  readonly assessment?: string;
  /** Status. */
  readonly status?: "open" | "in-treatment" | "treated" | "accepted" | "monitored" | "closed";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Control. */
export interface ControlFields {
  /** Identifier. */
  readonly id?: string;
  /** Control. */
  readonly control?: string;
  /** Title. */
  readonly title?: string;
  /** Applicable. */
  readonly applicable?: boolean;
  /** Justification. */
  readonly justification?: string;
  /** Implementation status. */
  readonly status?: "not-started" | "planned" | "partial" | "implemented" | "not-applicable";
  /** How it is done. */
  readonly implementation?: string;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Owner. */
  readonly owner?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Risks. */
  readonly risks?: readonly string[];
  /** Due. */
  readonly due?: string;
  /** In place since. */
  readonly implemented_on?: string;
  /** Last verified. */
  readonly verified_on?: string;
  /** Verified by. */
  readonly verified_by?: string;
  /** Measurements. */
  readonly measures?: readonly string[];
  /** Life-cycle stage. */
  readonly lifecycle_stage?: string;
  /** Description. */
  readonly description?: string;
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Objective. */
export interface ObjectiveFields {
  /** Identifier. */
  readonly id?: string;
  /** Objective. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** Metric. */
  readonly metric?: string;
  /** Baseline. */
  readonly baseline?: string;
  /** Target. */
  readonly target?: string;
  /** Actual. */
  readonly actual?: string;
  /** Last measured. */
  readonly measured_on?: string;
  /** Measurements. */
  readonly measurements?: readonly string[];
  /** Measured how often. */
  readonly frequency?: string;
  /** Owner. */
  readonly owner?: string;
  /** Due. */
  readonly due?: string;
  /** Actions. */
  readonly actions?: readonly string[];
  /** Resources. */
  readonly resources?: string;
  /** Policy. */
  readonly policy?: string;
  /** Status. */
  readonly status?: "planned" | "on-track" | "at-risk" | "off-track" | "achieved" | "missed" | "dropped";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Measurement. */
export interface MeasurementFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Metric. */
  readonly metric?: string;
  /** Groups. */
  readonly groups?: readonly string[];
  /** Threshold. */
  readonly threshold?: string;
  /** Value. */
  readonly value?: string;
  /** Unit. */
  readonly unit?: string;
  /** System. */
  readonly system?: string;
  /** System version. */
  readonly system_version?: string;
  /** Data set. */
  readonly dataset?: string;
  /** Test data from. */
  readonly test_data_from?: string;
  /** Test data to. */
  readonly test_data_to?: string;
  /** Measured on. */
  readonly measured_on?: string;
  /** Measured by. */
  readonly measured_by?: string;
  /** Method. */
  readonly method?: string;
  /** Source. */
  readonly source?: string;
  /** Uncertainty. */
  readonly uncertainty?: string;
  /** Provisions. */
  readonly provisions?: readonly string[];
  /** Measured how often. */
  readonly frequency?: string;
  /** Next due. */
  readonly next_due?: string;
  /** Alert. */
  readonly alert?: string;
  /** Description. */
  readonly description?: string;
  /** Result. */
  readonly result?: "pass" | "fail";
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Evidence. */
export interface EvidenceFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** Kind of evidence. */
  readonly type?: string;
  /** Location. */
  readonly path?: string;
  /** Checksum. */
  readonly checksum?: string;
  /** Obtained on. */
  readonly obtained_on?: string;
  /** Obtained by. */
  readonly obtained_by?: string;
  /** Period from. */
  readonly period_from?: string;
  /** Period to. */
  readonly period_to?: string;
  /** Valid until. */
  readonly valid_until?: string;
  /** Provisions. */
  readonly provisions?: readonly string[];
  /** Controls. */
  readonly controls?: readonly string[];
  /** Reviewed. */
  readonly reviewed?: boolean;
  /** System version. */
  readonly system_version?: string;
  /** Retention. */
  readonly retention?: string;
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Supplier. */
export interface SupplierFields {
  /** Identifier. */
  readonly id?: string;
  /** Name. */
  readonly name?: string;
  /** Supplies. */
  readonly supplies?: string;
  /** Its role. */
  readonly role?: readonly ("provider" | "developer" | "deployer" | "user" | "customer" | "platform-provider" | "integrator" | "importer" | "distributor" | "authorised-representative" | "product-manufacturer" | "data-provider" | "partner")[];
  /** Contact. */
  readonly contact?: string;
  /** Owner. */
  readonly owner?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Criticality. */
  readonly criticality?: string;
  /** Risk rating. */
  readonly risk_rating?: string;
  /** Assessed on. */
  readonly assessed_on?: string;
  /** Assessed by. */
  readonly assessed_by?: string;
  /** Assessment. */
  readonly assessment?: string;
  /** Next assessment. */
  readonly next_assessment?: string;
  /** Contract. */
  readonly contract?: string;
  /** Allocated responsibilities. */
  readonly responsibilities?: readonly string[];
  /** Certificates. */
  readonly certificates?: readonly string[];
  /** Personal data. */
  readonly personal_data?: boolean;
  /** Place of processing. */
  readonly data_location?: string;
  /** Exit plan. */
  readonly exit_plan?: string;
  /** Risks. */
  readonly risks?: readonly string[];
  /** Findings. */
  readonly findings?: readonly string[];
  /** Status. */
  readonly status?: "proposed" | "in-review" | "approved" | "conditional" | "rejected" | "ended";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Competence record. */
export interface CompetenceFields {
  /** Identifier. */
  readonly id?: string;
  /** Person. */
  readonly person?: string;
  /** Role. */
  readonly role?: string;
  /** Competence. */
  readonly competence?: string;
  /** Required level. */
  readonly required_level?: string;
  /** Current level. */
  readonly current_level?: string;
  /** Training. */
  readonly training?: string;
  /** Given by. */
  readonly provider?: string;
  /** Planned on. */
  readonly planned_on?: string;
  /** Due. */
  readonly due?: string;
  /** Completed on. */
  readonly completed_on?: string;
  /** Valid until. */
  readonly valid_until?: string;
  /** Evaluated by. */
  readonly evaluated_by?: string;
  /** Result. */
  readonly result?: string;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Status. */
  readonly status?: "planned" | "in-progress" | "completed" | "overdue" | "expired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Communication. */
export interface CommunicationFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** What. */
  readonly what?: string;
  /** Audience. */
  readonly audience?: readonly string[];
  /** Inside or outside. */
  readonly side?: "internal" | "external";
  /** Channel. */
  readonly channel?: string;
  /** How often. */
  readonly frequency?: string;
  /** Sent on. */
  readonly sent_on?: string;
  /** Sent by. */
  readonly sent_by?: string;
  /** Reference. */
  readonly reference?: string;
  /** Acknowledged. */
  readonly acknowledged?: string;
  /** Owner. */
  readonly owner?: string;
  /** Status. */
  readonly status?: "planned" | "done" | "cancelled";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Controlled document. */
export interface ProcedureFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Document type. */
  readonly document_type?: string;
  /** Owner. */
  readonly owner?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Purpose. */
  readonly purpose?: string;
  /** Scope. */
  readonly scope?: string;
  /** Applies to. */
  readonly applies_to?: readonly string[];
  /** Steps. */
  readonly steps?: readonly string[];
  /** Inputs. */
  readonly inputs?: readonly string[];
  /** Outputs. */
  readonly outputs?: readonly string[];
  /** Records. */
  readonly records?: readonly string[];
  /** Triggers. */
  readonly triggers?: readonly string[];
  /** Retention. */
  readonly retention?: string;
  /** Location. */
  readonly location?: string;
  /** Reference. */
  readonly reference?: string;
  /** Status. */
  readonly status?: "draft" | "in-review" | "approved" | "retired";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Change. */
export interface ChangeFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** Reason. */
  readonly reason?: string;
  /** Kind of change. */
  readonly type?: string;
  /** Material. */
  readonly material?: boolean;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Affects. */
  readonly affects?: readonly string[];
  /** From version. */
  readonly from_version?: string;
  /** To version. */
  readonly to_version?: string;
  /** Effects considered. */
  readonly impact?: string;
  /** Requested by. */
  readonly requested_by?: string;
  /** Requested on. */
  readonly requested_on?: string;
  /** Owner. */
  readonly owner?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Planned on. */
  readonly planned_on?: string;
  /** Implemented on. */
  readonly implemented_on?: string;
  /** Verified by. */
  readonly verified_by?: string;
  /** Impact assessment. */
  readonly assessment?: string;
  /** Decision. */
  readonly decision_record?: string;
  /** Status. */
  readonly status?: "proposed" | "approved" | "in-progress" | "implemented" | "verified" | "rejected" | "rolled-back";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Internal audit. */
export interface AuditFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Kind of audit. */
  readonly type?: "internal" | "supplier" | "certification";
  /** Criteria. */
  readonly criteria?: readonly string[];
  /** Audit scope. */
  readonly scope?: string;
  /** Provisions audited. */
  readonly provisions?: readonly string[];
  /** Planned on. */
  readonly planned_on?: string;
  /** Started on. */
  readonly started_on?: string;
  /** Finished on. */
  readonly finished_on?: string;
  /** Reported on. */
  readonly reported_on?: string;
  /** Lead auditor. */
  readonly lead_auditor?: string;
  /** Auditors. */
  readonly auditors?: readonly string[];
  /** Auditees. */
  readonly auditees?: readonly string[];
  /** Independence. */
  readonly independence?: string;
  /** Method. */
  readonly method?: string;
  /** Samples. */
  readonly samples?: readonly string[];
  /** Findings. */
  readonly findings?: readonly string[];
  /** Conclusion. */
  readonly conclusion?: string;
  /** Reported to. */
  readonly reported_to?: readonly string[];
  /** Programme. */
  readonly programme?: string;
  /** Report. */
  readonly report?: string;
  /** Status. */
  readonly status?: "planned" | "in-progress" | "completed" | "cancelled";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Audit finding. */
export interface FindingFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** Audit. */
  readonly audit?: string;
  /** Grade. */
  readonly grade?: "major" | "minor" | "observation" | "opportunity" | "conformity" | "strength";
  /** Provision. */
  readonly provision?: readonly string[];
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Requirement. */
  readonly requirement?: string;
  /** Found on. */
  readonly found_on?: string;
  /** Found by. */
  readonly found_by?: string;
  /** Nonconformity. */
  readonly nonconformity?: string;
  /** Root cause. */
  readonly root_cause?: string;
  /** Action. */
  readonly action?: string;
  /** Owner. */
  readonly owner?: string;
  /** Due. */
  readonly due?: string;
  /** Closed on. */
  readonly closed_on?: string;
  /** Closed by. */
  readonly closed_by?: string;
  /** Evidence of closure. */
  readonly closure_evidence?: readonly string[];
  /** Status. */
  readonly status?: "open" | "in-progress" | "action-done" | "verified" | "closed" | "rejected";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Management review. */
export interface ManagementReviewFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Held on. */
  readonly held_on?: string;
  /** Period from. */
  readonly period_from?: string;
  /** Period to. */
  readonly period_to?: string;
  /** Chair. */
  readonly chair?: string;
  /** Attendees. */
  readonly attendees?: readonly string[];
  /** Absent. */
  readonly apologies?: readonly string[];
  /** Inputs. */
  readonly inputs?: { readonly previous_actions?: string; readonly context_changes?: string; readonly party_changes?: string; readonly nonconformities?: string; readonly monitoring?: string; readonly audits?: string; readonly objectives?: string; readonly risks?: string; readonly incidents?: string; readonly resources?: string; readonly improvement?: string };
  /** Decisions and actions. */
  readonly decisions?: readonly { readonly what?: string; readonly owner?: string; readonly due?: string; readonly status?: "open" | "in-progress" | "done" | "overdue" | "cancelled" }[];
  /** Conclusion. */
  readonly conclusion?: string;
  /** Changes needed. */
  readonly changes_needed?: string;
  /** Next review meeting. */
  readonly next_on?: string;
  /** Minutes. */
  readonly minutes?: string;
  /** Status. */
  readonly status?: "planned" | "held" | "completed";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Nonconformity. */
export interface NonconformityFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** Source. */
  readonly source?: string;
  /** Found on. */
  readonly found_on?: string;
  /** Found by. */
  readonly found_by?: string;
  /** Requirement. */
  readonly clause?: readonly string[];
  /** Grade. */
  readonly grade?: "critical" | "major" | "minor";
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Finding. */
  readonly finding?: string;
  /** Incident. */
  readonly incident?: string;
  /** Immediate correction. */
  readonly correction?: string;
  /** Root cause. */
  readonly root_cause?: string;
  /** Corrective action. */
  readonly action?: string;
  /** Actions. */
  readonly actions?: readonly { readonly what?: string; readonly owner?: string; readonly due?: string; readonly done_on?: string; readonly status?: "open" | "in-progress" | "done" | "overdue" | "cancelled" }[];
  /** Elsewhere. */
  readonly similar?: string;
  /** Owner. */
  readonly owner?: string;
  /** Due. */
  readonly due?: string;
  /** Action completed on. */
  readonly completed_on?: string;
  /** Target. */
  readonly target?: string;
  /** Result. */
  readonly result?: string;
  /** Effectiveness. */
  readonly effectiveness?: string;
  /** Effectiveness checked on. */
  readonly effectiveness_checked_on?: string;
  /** Effectiveness checked by. */
  readonly effectiveness_checked_by?: string;
  /** Closed on. */
  readonly closed_on?: string;
  /** Closed by. */
  readonly closed_by?: string;
  /** Status. */
  readonly status?: "open" | "in-progress" | "action-done" | "verified" | "closed" | "rejected";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Incident. */
export interface IncidentFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** System version. */
  readonly system_version?: string;
  /** Occurred on. */
  readonly occurred_on?: string;
  /** Detected on. */
  readonly detected_on?: string;
  /** Detected by. */
  readonly detected_by?: string;
  /** Category. */
  readonly category?: string;
  /** Severity. */
  readonly severity?: string;
  /** Serious incident. */
  readonly serious?: boolean;
  /** Affected. */
  readonly affected?: readonly string[];
  /** Harm. */
  readonly harm?: string;
  /** Containment. */
  readonly containment?: string;
  /** Root cause. */
  readonly root_cause?: string;
  /** Corrective action. */
  readonly action?: string;
  /** Owner. */
  readonly owner?: string;
  /** Due. */
  readonly due?: string;
  /** Action completed on. */
  readonly action_completed_on?: string;
  /** Reported to. */
  readonly reported_to?: readonly string[];
  /** Reported on. */
  readonly reported_on?: string;
  /** Nonconformity. */
  readonly nonconformity?: string;
  /** Risks. */
  readonly risks?: readonly string[];
  /** Controls. */
  readonly controls?: readonly string[];
  /** Lessons. */
  readonly lessons?: string;
  /** Closed on. */
  readonly closed_on?: string;
  /** Closed by. */
  readonly closed_by?: string;
  /** Status. */
  readonly status?: "open" | "in-progress" | "action-done" | "verified" | "closed" | "rejected";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Concern. */
export interface ConcernFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Description. */
  readonly description?: string;
  /** Raised on. */
  readonly raised_on?: string;
  /** Raised by. */
  readonly raised_by?: string;
  /** Channel. */
  readonly channel?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Confidential. */
  readonly confidential?: boolean;
  /** Owner. */
  readonly owner?: string;
  /** Response. */
  readonly response?: string;
  /** Answered on. */
  readonly responded_on?: string;
  /** Escalated to. */
  readonly escalated_to?: string;
  /** Incident. */
  readonly incident?: string;
  /** Nonconformity. */
  readonly nonconformity?: string;
  /** Closed on. */
  readonly closed_on?: string;
  /** Closed by. */
  readonly closed_by?: string;
  /** Status. */
  readonly status?: "open" | "in-progress" | "action-done" | "verified" | "closed" | "rejected";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Certificate. */
export interface CertificateFields {
  /** Identifier. */
  readonly id?: string;
  /** Title. */
  readonly title?: string;
  /** Certificate number. */
  readonly certificate_number?: string;
  /** Standard and edition. */
  readonly standard?: string;
  /** Certified organisation. */
  readonly certified_organization?: string;
  /** Sites. */
  readonly sites?: readonly string[];
  /** Certified scope. */
  readonly scope_statement?: string;
  /** AI roles covered. */
  readonly roles_covered?: readonly ("provider" | "developer" | "deployer" | "user" | "customer" | "platform-provider" | "integrator" | "importer" | "distributor" | "authorised-representative" | "product-manufacturer" | "data-provider" | "partner")[];
  /** Certification body. */
  readonly certification_body?: string;
  /** Accreditation body. */
  readonly accreditation_body?: string;
  /** SoA version. */
  readonly soa_version?: string;
  /** SoA date. */
  readonly soa_date?: string;
  /** Granted on. */
  readonly granted_on?: string;
  /** Valid from. */
  readonly valid_from?: string;
  /** Expires on. */
  readonly expires_on?: string;
  /** Surveillance. */
  readonly surveillance?: readonly { readonly planned_on?: string; readonly held_on?: string; readonly result?: string }[];
  /** Where to verify. */
  readonly verification_url?: string;
  /** Open nonconformities. */
  readonly open_nonconformities?: string;
  /** Audit. */
  readonly audit?: string;
  /** File. */
  readonly file?: string;
  /** Status. */
  readonly status?: "applied" | "valid" | "suspended" | "withdrawn" | "expired";
  /** Version. */
  readonly version?: string;
  /** Owner. */
  readonly owner?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

/** Fields of Public claim. */
export interface ClaimFields {
  /** Identifier. */
  readonly id?: string;
  /** Claim. */
  readonly text?: string;
  /** Where. */
  readonly where?: readonly string[];
  /** Audience. */
  readonly audience?: string;
  /** Supported by. */
  readonly supported_by?: readonly string[];
  /** System. */
  readonly system?: string;
  /** Limits. */
  readonly limits?: string;
  /** Valid until. */
  readonly valid_until?: string;
  /** Approved by. */
  readonly approved_by?: string;
  /** Approved on. */
  readonly approved_on?: string;
  /** Owner. */
  readonly owner?: string;
  /** Published on. */
  readonly published_on?: string;
  /** Status. */
  readonly status?: "proposed" | "approved" | "published" | "withdrawn";
  /** Version. */
  readonly version?: string;
  /** Author. */
  readonly author?: string;
  /** Reviewed by. */
  readonly reviewed_by?: string;
  /** Last reviewed. */
  readonly reviewed_on?: string;
  /** Approved digest. */
  readonly approved_digest?: string;
  /** Reviewed against. */
  readonly reviewed_against?: Readonly<Record<string, unknown>>;
  /** Effective date. */
  readonly effective?: string;
  /** Review cycle. */
  readonly review_cycle?: string;
  /** Next review. */
  readonly next_review?: string;
  /** Classification. */
  readonly classification?: string;
  /** Distribution. */
  readonly distribution?: string;
  /** Organisation. */
  readonly organisation?: string;
  /** AI systems. */
  readonly systems?: readonly string[];
  /** Satisfies. */
  readonly satisfies?: Readonly<Record<string, readonly string[]>>;
  /** Evidence. */
  readonly evidence?: readonly string[];
  /** Supersedes. */
  readonly supersedes?: string;
  /** Related. */
  readonly related?: readonly string[];
  /** Known gap. */
  readonly gap?: { readonly note?: string; readonly planned_by?: string; readonly owner?: string };
  /** Tags. */
  readonly tags?: readonly string[];
  /** Notes. */
  readonly notes?: string;
}

export interface FieldsByKind {
  readonly "management-system": ManagementSystemFields;
  readonly "scope": ScopeFields;
  readonly "context-issue": ContextIssueFields;
  readonly "interested-party": InterestedPartyFields;
  readonly "policy": PolicyFields;
  readonly "role": RoleFields;
  readonly "system": SystemFields;
  readonly "dataset": DatasetFields;
  readonly "model-card": ModelCardFields;
  readonly "impact-assessment": ImpactAssessmentFields;
  readonly "risk": RiskFields;
  readonly "control": ControlFields;
  readonly "objective": ObjectiveFields;
  readonly "measurement": MeasurementFields;
  readonly "evidence": EvidenceFields;
  readonly "supplier": SupplierFields;
  readonly "competence": CompetenceFields;
  readonly "communication": CommunicationFields;
  readonly "procedure": ProcedureFields;
  readonly "change": ChangeFields;
  readonly "audit": AuditFields;
  readonly "finding": FindingFields;
  readonly "management-review": ManagementReviewFields;
  readonly "nonconformity": NonconformityFields;
  readonly "incident": IncidentFields;
  readonly "concern": ConcernFields;
  readonly "certificate": CertificateFields;
  readonly "claim": ClaimFields;
}
