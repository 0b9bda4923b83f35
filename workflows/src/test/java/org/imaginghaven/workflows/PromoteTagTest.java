package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** gate-promote-tag: risk, one or two reviewers, refusal. */
class PromoteTagTest {

    private static final Map<String, String> PROMOTE = Map.of("tagDecision", "promote", "reviewReason", "codes only");
    private static final Map<String, String> REFUSE = Map.of("tagDecision", "refuse", "reviewReason", "surnames");
    private static final Map<String, String> CONFIRM = Map.of("secondDecision", "promote", "secondReason", "agreed");
    private static final Answer RISKY = Workers.profile(true, 3, 900);

    private static Run start(Script workers) {
        return Run.start("gate-promote-tag",
                Map.of("promotionKey", Keys.next("prm"), "startedBy", "analyst2", "evidenceUrl", "http://evidence"),
                workers);
    }

    @Test
    void aTagOfLowRiskNeedsOneReviewer() {
        try (Run run = start(Workers.promoteTag())) {
            run.complete("review-tag", "analyst1", PROMOTE).endsWith("tag-active");
            assertThat(run.watch().jobs()).containsExactly("gate:profile-tag:1", "governance:check-first-review:1",
                    "gate:activate-tag:1", "gate:refresh-inventory:1");
            assertThat(run.watch().inputs("governance:check-first-review:1").getFirst())
                    .containsEntry("decision", "promote").containsEntry("reason", "codes only");
        }
    }

    @Test
    void aTagOfHighRiskNeedsASecondReviewer() {
        try (Run run = start(Workers.promoteTag().on("gate:profile-tag:1", RISKY))) {
            assertThat(run.task("review-tag").groups()).containsExactly("deid-analyst");
            run.complete("review-tag", "analyst1", PROMOTE);
            assertThat(run.task("second-review-tag").groups()).containsExactly("ig-lead");
            assertThat(run.watch().jobs()).doesNotContain("gate:activate-tag:1");
            run.complete("second-review-tag", "iglead", CONFIRM).endsWith("tag-active");
        }
    }

    @Test
    void theSecondReviewerCanRefuse() {
        try (Run run = start(Workers.promoteTag().on("gate:profile-tag:1", RISKY))) {
            run.complete("review-tag", "analyst1", PROMOTE)
                    .complete("second-review-tag", "iglead",
                            Map.of("secondDecision", "refuse", "secondReason", "names"))
                    .endsWith("tag-refused");
            assertThat(run.watch().jobs()).contains("gate:refuse-tag:1").doesNotContain("gate:activate-tag:1");
        }
    }

    @Test
    void theFirstReviewerCanRefuse() {
        try (Run run = start(Workers.promoteTag())) {
            run.complete("review-tag", "analyst1", REFUSE).endsWith("tag-refused");
            assertThat(run.watch().jobs()).doesNotContain("gate:activate-tag:1");
        }
    }

    @Test
    void refusedReviewersAreReplaced() {
        var workers = Workers.promoteTag().on("gate:profile-tag:1", RISKY)
                .on("governance:check-first-review:1", Workers.REFUSING)
                .on("governance:check-second-review:1", Workers.REFUSING);
        try (Run run = start(workers)) {
            run.outlastsRefusals("review-tag", "analyst1", PROMOTE, "tagDecision", "reviewReason")
                    .outlastsRefusals("second-review-tag", "iglead", CONFIRM, "secondDecision", "secondReason")
                    .endsWith("tag-active");
        }
    }

    @Test
    void anUnknownDecisionPromotesNothing() {
        try (Run run = start(Workers.promoteTag())) {
            run.send(run.task("review-tag"), "analyst1", Map.of("tagDecision", "PROMOTE"));
            run.endsWith("tag-refused");
        }
    }

    @Test
    void completingATaskCannotOverwriteOtherVariables() {
        try (Run run = start(Workers.promoteTag().on("gate:profile-tag:1", RISKY))) {
            Object key = run.await("key", () -> run.variable("promotionKey") != null).variable("promotionKey");
            run.send(run.task("review-tag"), "analyst1",
                    Map.of("tagDecision", "promote", "promotionKey", "prm-other", "promotionRisk", "low"));
            run.task("second-review-tag");
            assertThat(run.variable("promotionKey")).isEqualTo(key);
            assertThat(run.variable("promotionRisk")).isEqualTo("high");
        }
    }
}
