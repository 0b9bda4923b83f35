package org.imaginghaven.governance.revoke;

/** Which extractions rest on the subject of a revocation: the one place that says so. */
final class AffectedExtractions {

    private AffectedExtractions() {
    }

    /** The {@code from} and {@code where} of a query over {@code governance.extraction e} with parameter subject. */
    static String of(RevocationKind kind) {
        return "from governance.extraction e where " + switch (kind) {
            case PROJECT -> "e.project_key = :subject";
            case AGREEMENT -> "e.agreement_key = :subject";
            case CONTROLLER -> "exists (select from governance.agreement_controller c"
                    + " where c.agreement_key = e.agreement_key and c.controller = :subject)";
            case TAG, IMAGE_TYPE -> "exists (select from governance.extraction_promotion p"
                    + " where p.extraction_key = e.extraction_key and p.promotion_key = :subject)";
            // a patient's files in flight are taken out one by one in the gate: nothing is stopped for everybody
            case PATIENT -> "false and :subject <> ''";
        };
    }
}
