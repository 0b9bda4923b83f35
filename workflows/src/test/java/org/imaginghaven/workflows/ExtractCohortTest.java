package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** gate-extract-cohort: agreement, chunks, flagged files, sealing, suspension. */
class ExtractCohortTest {

    private static final String CHUNK = "gate:extract-chunk:1";

    private final String extraction = Keys.next("ext");

    private Run start(Script workers) {
        return Run.start("gate-extract-cohort", Map.of("extractionKey", extraction, "agreementKey", Keys.next("agr"),
                "startedBy", "analyst1", "evidenceUrl", "http://evidence"), workers);
    }

    private static Map<String, String> flagged(String decision) {
        return Map.of("flaggedDecision", decision, "flaggedReason", "burned-in text");
    }

    @Test
    void everyChunkIsExtractedBeforeThePackageIsVerified() {
        try (Run run = start(Workers.extract())) {
            run.endsWith("package-verified");
            assertThat(run.watch().inputs(CHUNK)).extracting(input -> input.get("chunk")).containsExactlyInAnyOrder(1,
                    2);
            assertThat(run.watch().jobs()).containsExactly("governance:check-agreement:1", "gate:plan-extraction:1",
                    CHUNK,
                    CHUNK, "gate:verify-package:1", "gate:seal-package:1", "gate:announce-extraction:1");
        }
    }

    @Test
    void anEndedAgreementExtractsNothing() {
        var workers = Workers.extract().on("governance:check-agreement:1", Answer.refused("AGREEMENT_ENDED"));
        try (Run run = start(workers)) {
            run.endsWith("extraction-refused");
            assertThat(run.watch().jobs()).containsExactly("governance:check-agreement:1", "gate:close-extraction:1");
        }
    }

    @Test
    void anEmptyCohortExtractsNothing() {
        var workers = Workers.extract().on("gate:plan-extraction:1", Answer.refused("COHORT_EMPTY"));
        try (Run run = start(workers)) {
            run.endsWith("nothing-to-extract");
            assertThat(run.watch().jobs()).endsWith("gate:close-extraction:1")
                    .doesNotContain("gate:announce-extraction:1");
        }
    }

    @Test
    void aPlanWithoutChunksIsNotTakenForAFinishedOne() {
        var workers = Workers.extract().on("gate:plan-extraction:1",
                Answer.done(Map.of("chunks", List.of(), "requestedCount", 5)));
        try (Run run = start(workers)) {
            run.endsWith("nothing-to-extract");
            assertThat(run.watch().jobs()).doesNotContain("gate:seal-package:1", "gate:announce-extraction:1");
        }
    }

    @Test
    void flaggedFilesCanBeRejected() {
        try (Run run = start(Workers.extract().on("gate:verify-package:1", Workers.verified(3)))) {
            run.complete("review-flagged-files", "analyst2", flagged("reject")).endsWith("package-verified");
            assertThat(run.watch().inputs("governance:record-flagged-review:1").getFirst())
                    .containsEntry("flaggedDecision", "reject").containsEntry("extractionKey", extraction);
            assertThat(run.watch().jobs(CHUNK)).isEqualTo(2);
        }
    }

    @Test
    void flaggedFilesCanBeProcessedAgain() {
        var workers = Workers.extract().on("gate:verify-package:1", Workers.verified(3), Workers.verified(0))
                .on("gate:apply-flagged-review:1", "chunks", List.of(7));
        try (Run run = start(workers)) {
            run.complete("review-flagged-files", "analyst2", flagged("reprocess")).endsWith("package-verified");
            assertThat(run.watch().inputs(CHUNK)).extracting(input -> input.get("chunk")).endsWith(7).hasSize(3);
        }
    }

    @Test
    void refusedReviewersOfFlaggedFilesAreReplaced() {
        var workers = Workers.extract().on("gate:verify-package:1", Workers.verified(3))
                .on("governance:record-flagged-review:1", Workers.REFUSING);
        try (Run run = start(workers)) {
            run.outlastsRefusals("review-flagged-files", "analyst2", flagged("reject"), "flaggedDecision",
                    "flaggedReason")
                    .endsWith("package-verified");
        }
    }

    @Test
    void aPackageThatDoesNotAddUpIsSealedAgain() {
        var workers = Workers.extract().on("gate:seal-package:1", Answer.refused("NOT_RECONCILED"),
                Answer.done(Map.of("deidentifiedCount", 1_498, "rejectedCount", 2)));
        try (Run run = start(workers)) {
            assertThat(run.task("investigate-extraction").groups()).containsExactly("ig-lead");
            run.complete("investigate-extraction", "iglead", Map.of("investigationDecision", "retry"))
                    .endsWith("package-verified");
        }
    }

    @Test
    void refusedInvestigatorsAreReplaced() {
        var workers = Workers.extract().on("gate:seal-package:1", Answer.refused("NOT_RECONCILED"))
                .on(Workers.TASK, Workers.REFUSING_PEOPLE);
        try (Run run = start(workers)) {
            run.outlastsRefusals("investigate-extraction", "iglead", Map.of("investigationDecision", "discard"),
                    "investigationDecision").endsWith("extraction-abandoned");
        }
    }

    @Test
    void aPackageThatNeverAddsUpIsDiscarded() {
        var workers = Workers.extract().on("gate:seal-package:1", Answer.refused("NOT_RECONCILED"));
        try (Run run = start(workers)) {
            run.complete("investigate-extraction", "iglead", Map.of("investigationDecision", "discard"))
                    .endsWith("extraction-abandoned");
            assertThat(run.watch().jobs()).endsWith("gate:discard-package:1")
                    .doesNotContain("gate:announce-extraction:1");
        }
    }

    @Test
    void aRevocationStopsARunningExtraction() {
        var workers = Workers.extract().on(CHUNK, new Answer.Busy());
        try (Run run = start(workers)) {
            run.taken(CHUNK);
            run.tell("extraction-suspended", extraction).endsWith("package-discarded");
            assertThat(run.watch().jobs()).endsWith("gate:discard-package:1").doesNotContain("gate:verify-package:1");
        }
    }

    @Test
    void aRevocationTakesTheReviewAway() {
        try (Run run = start(Workers.extract().on("gate:verify-package:1", Workers.verified(3)))) {
            run.task("review-flagged-files");
            run.tell("extraction-suspended", extraction).endsWith("package-discarded");
            assertThat(run.watch().tasks()).isEmpty();
        }
    }
}
