package org.imaginghaven.workflows;

import java.util.List;
import java.util.Map;

/** Workers for whom everything goes well; a test changes the one it is about. */
final class Workers {

    static final String TASK = "governance:record-task:1";

    /** Every refusal that leads back to a task with texts, then a pass. */
    static final Answer[] REFUSING = {Answer.refused("SEPARATION_OF_DUTIES"), Answer.refused("NOT_ENTITLED"),
            Answer.refused("TEXT_IDENTIFIES"), Answer.done()};

    /** The same for a task without texts. */
    static final Answer[] REFUSING_PEOPLE = {Answer.refused("SEPARATION_OF_DUTIES"), Answer.refused("NOT_ENTITLED"),
            Answer.done()};

    private Workers() {
    }

    private static Script done(String... jobTypes) {
        Script script = new Script();
        for (String type : jobTypes) {
            script.on(type, Answer.done());
        }
        return script;
    }

    /** The worker refuses for each reason in turn, then answers. */
    static Answer[] refusingThen(Answer answer) {
        Answer[] answers = REFUSING.clone();
        answers[answers.length - 1] = answer;
        return answers;
    }

    static Script ingest() {
        return done("identifiable:ingest-chunk:1", "identifiable:apply-mappings:1", TASK)
                .on("identifiable:plan-batch:1", Answer.done(Map.of("chunks", List.of(1, 2, 3), "fileCount", 2_400)))
                .on("identifiable:load-linked-tables:1", "linkedRows", 120)
                .on("identifiable:reconcile-batch:1", reconciled(0, 0))
                .on("identifiable:apply-quarantine-review:1", "chunks", List.of())
                .on("identifiable:report-batch:1", "batchState", "reconciled");
    }

    static Answer reconciled(int quarantined, int unmapped) {
        return Answer.done(Map.of("storedCount", 2_390, "duplicateCount", 4, "quarantinedCount", quarantined,
                "rejectedCount", 0, "unmappedPatients", unmapped));
    }

    static Script promoteTag() {
        return done("governance:check-first-review:1", "governance:check-second-review:1", "gate:activate-tag:1",
                "gate:refuse-tag:1", "gate:refresh-inventory:1").on("gate:profile-tag:1", profile(false, 0, 12));
    }

    static Answer profile(boolean freeText, int detectorHits, int distinctValues) {
        return Answer.done(Map.of("freeText", freeText, "detectorHits", detectorHits, "distinctValues", distinctValues,
                "valueCount", 4_000));
    }

    static Script promoteRule(String action) {
        return done("governance:check-first-review:1", "governance:check-second-review:1", "gate:activate-rule:1",
                "gate:refuse-rule:1").on("gate:preview-rule:1",
                        Answer.done(Map.of("ruleAction", action, "valuesRead",
                                9_000, "findingsGone", 12, "findingsNew", 0, "conflicts", 0)));
    }

    static Script promoteImageType() {
        return done("governance:check-first-review:1", "governance:check-second-review:1", "gate:activate-pixel-rule:1",
                "gate:refuse-image-type:1", "gate:refresh-inventory:1")
                .on("gate:sample-image-type:1", Answer.done(Map.of("sampleCount", 40, "imagesWithText", 0)));
    }

    static Script request() {
        return approve("north").on("governance:register-request:1",
                Answer.done(Map.of("patientCount", 120, "fileCount", 9_000)))
                .on("governance:confirm-cohort:1", Answer.done()).on("governance:record-triage:1", Answer.done())
                .on("governance:resubmit-request:1", Answer.done()).on("governance:lapse-request:1", Answer.done())
                .on("governance:withdraw-request:1", Answer.done()).on("governance:refuse-request:1", Answer.done())
                .on("governance:activate-project:1", Answer.done());
    }

    /** Counts the decisions that were recorded, as the tally does. */
    static Script approve(String... controllers) {
        Ballot ballot = new Ballot();
        return done("governance:remind-controller:1", "governance:escalate-decision:1")
                .on("governance:list-controllers:1",
                        Answer.done(Map.of("controllers", List.of(controllers), "controllerCount", controllers.length)))
                .onWork("governance:record-decision:1", ballot::record)
                .onWork("governance:lapse-decision:1", ballot::lapse)
                .onWork("governance:tally-decisions:1", _ -> ballot.tally(120))
                .on("governance:record-panel:1", "approvalOutcome", "partial")
                .on("governance:record-appeal:1", "approvalOutcome", "partial")
                .on("governance:make-agreement:1",
                        Answer.done(Map.of("agreementKey", Keys.next("agr"), "endsOn", "2027-11-21")));
    }

    static Script extract() {
        return done("governance:check-agreement:1", "gate:extract-chunk:1", "gate:close-extraction:1",
                "governance:record-flagged-review:1", "gate:announce-extraction:1", "gate:discard-package:1",
                TASK)
                .on("gate:plan-extraction:1", Answer.done(Map.of("chunks", List.of(1, 2), "requestedCount", 1_500)))
                .on("gate:verify-package:1", verified(0))
                .on("gate:apply-flagged-review:1", "chunks", List.of())
                .on("gate:seal-package:1", Answer.done(Map.of("deidentifiedCount", 1_498, "rejectedCount", 2)));
    }

    static Answer verified(int flagged) {
        return Answer.done(Map.of("deidentifiedCount", 1_498 - flagged, "flaggedCount", flagged, "failedCount", 1,
                "unmatchedCount", 1));
    }

    static Script release() {
        return done("governance:remind-reviewer:1", "governance:check-release-review:1", "project:publish-release:1",
                "project:discard-release:1").on("project:prepare-release:1",
                        Answer.done(Map.of("releaseKey", Keys.next("rel"), "releaseFiles", 1_498)));
    }

    static Script revoke(String... releases) {
        return done(TASK, "identifiable:apply-revocation:1", "project:withdraw-release:1",
                "governance:check-deletion:1",
                "governance:check-escalation:1", "gate:destroy-project-key:1", "governance:certify-revocation:1")
                .on("governance:find-affected:1", Answer.done(Map.of("extractions", List.of(), "patientOptOut", false)))
                .on("gate:apply-revocation:1", "releases", List.of(releases))
                .on("governance:check-withdrawal:1", "filesLeft", 0);
    }
}
