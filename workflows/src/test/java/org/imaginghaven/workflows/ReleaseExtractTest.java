package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** project-release-extract: review by somebody else, release, rejection, suspension. */
class ReleaseExtractTest {

    private static final Map<String, String> RELEASE = review("release");

    private final String extraction = Keys.next("ext");

    private Run start(Script workers) {
        return start(workers, Map.of("extractionKey", extraction, "evidenceUrl", "http://evidence"));
    }

    private Run start(Script workers, Map<String, String> variables) {
        return Run.startByMessage("project-release-extract", "extraction-verified", extraction, variables, workers);
    }

    private static Map<String, String> review(String decision) {
        return Map.of("releaseDecision", decision, "releaseReason", "counts agree");
    }

    @Test
    void aReviewedPackageIsReleased() {
        try (Run run = start(Workers.release())) {
            assertThat(run.task("review-release").groups()).containsExactly("release-reviewer");
            run.complete("review-release", "reviewer1", RELEASE).endsWith("package-released");
            assertThat(run.watch().jobs()).containsExactly("project:prepare-release:1",
                    "governance:check-release-review:1", "project:publish-release:1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "unforeseen"})
    void anythingButReleaseDiscards(String decision) {
        try (Run run = start(Workers.release())) {
            run.complete("review-release", "reviewer1", review(decision)).endsWith("release-discarded");
            assertThat(run.watch().jobs()).doesNotContain("project:publish-release:1");
        }
    }

    @Test
    void refusedReviewersAreReplaced() {
        var workers = Workers.release().on("governance:check-release-review:1", Workers.REFUSING);
        try (Run run = start(workers)) {
            run.outlastsRefusals("review-release", "reviewer1", RELEASE, "releaseDecision", "releaseReason")
                    .endsWith("package-released");
        }
    }

    @Test
    void anAgreementThatEndedBeforeTheReviewDiscards() {
        var workers = Workers.release().on("project:prepare-release:1", Answer.refused("AGREEMENT_ENDED"));
        try (Run run = start(workers)) {
            run.endsWith("release-discarded");
            assertThat(run.watch().inputs("project:discard-release:1").getFirst()).containsEntry("extractionKey",
                    extraction);
        }
    }

    @Test
    void anAgreementThatEndedDuringTheReviewDiscards() {
        var workers = Workers.release().on("project:publish-release:1", Answer.refused("AGREEMENT_ENDED"));
        try (Run run = start(workers)) {
            run.complete("review-release", "reviewer1", RELEASE).endsWith("release-discarded");
        }
    }

    @Test
    void reviewersAreRemindedUntilTheyDecide() {
        var variables = Map.of("extractionKey", extraction, "releaseReminderEvery", "P3D");
        try (Run run = start(Workers.release(), variables)) {
            run.task("review-release");
            run.pass(Duration.ofDays(3).plusMinutes(1)).awaitJobs("governance:remind-reviewer:1", 1);
            run.pass(Duration.ofDays(3).plusMinutes(1)).awaitJobs("governance:remind-reviewer:1", 2);
            run.complete("review-release", "reviewer1", RELEASE).endsWith("package-released", "reviewer-reminded");
        }
    }

    @Test
    void withoutASettingReviewersAreRemindedEveryWeek() {
        try (Run run = start(Workers.release())) {
            run.task("review-release");
            run.pass(Duration.ofDays(6)).settle();
            assertThat(run.watch().jobs("governance:remind-reviewer:1")).isZero();
            run.pass(Duration.ofDays(1).plusMinutes(1)).awaitJobs("governance:remind-reviewer:1", 1);
        }
    }

    @Test
    void aRevocationTakesTheReviewAway() {
        try (Run run = start(Workers.release())) {
            run.task("review-release");
            run.tell("release-suspended", extraction).endsWith("suspended-release-discarded");
            assertThat(run.watch().tasks()).isEmpty();
            assertThat(run.watch().jobs()).doesNotContain("project:publish-release:1");
        }
    }
}
