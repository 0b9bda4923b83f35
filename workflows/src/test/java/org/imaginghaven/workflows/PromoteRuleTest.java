package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** gate-promote-rule: a rule that finds more needs one reviewer, one that lets more through needs two. */
class PromoteRuleTest {

    private static final Map<String, String> ACCEPT = Map.of("ruleDecision", "promote", "ruleReason", "maker's words");
    private static final Map<String, String> CONFIRM = Map.of("secondRuleDecision", "promote", "secondRuleReason",
            "agreed");

    private static Run start(Script workers) {
        return Run.start("gate-promote-rule",
                Map.of("promotionKey", Keys.next("prm"), "startedBy", "analyst2", "evidenceUrl", "http://evidence"),
                workers);
    }

    @Test
    void aRuleThatFindsMoreNeedsOneReviewer() {
        try (Run run = start(Workers.promoteRule("report"))) {
            assertThat(run.task("review-rule").groups()).containsExactly("deid-analyst");
            run.complete("review-rule", "analyst1", ACCEPT).endsWith("rule-active");
            assertThat(run.watch().jobs()).containsExactly("gate:preview-rule:1", "governance:check-first-review:1",
                    "gate:activate-rule:1");
            assertThat(run.watch().inputs("governance:check-first-review:1").getFirst())
                    .containsEntry("decision", "promote").containsEntry("reason", "maker's words");
        }
    }

    @Test
    void aRuleThatLetsMoreThroughNeedsASecondReviewer() {
        for (String action : new String[]{"allow", "ignore"}) {
            try (Run run = start(Workers.promoteRule(action))) {
                run.complete("review-rule", "analyst1", ACCEPT);
                assertThat(run.task("second-review-rule").groups()).containsExactly("ig-lead");
                assertThat(run.watch().jobs()).doesNotContain("gate:activate-rule:1");
                run.complete("second-review-rule", "iglead", CONFIRM).endsWith("rule-active");
            }
        }
    }

    @Test
    void anActionNobodyKnowsNeedsASecondReviewerToo() {
        try (Run run = start(Workers.promoteRule("something"))) {
            run.complete("review-rule", "analyst1", ACCEPT).task("second-review-rule");
        }
    }

    @Test
    void eitherReviewerCanRefuse() {
        try (Run run = start(Workers.promoteRule("report"))) {
            run.complete("review-rule", "analyst1", Map.of("ruleDecision", "refuse", "ruleReason", "a surname"))
                    .endsWith("rule-refused");
            assertThat(run.watch().jobs()).contains("gate:refuse-rule:1").doesNotContain("gate:activate-rule:1");
        }
        try (Run run = start(Workers.promoteRule("ignore"))) {
            run.complete("review-rule", "analyst1", ACCEPT)
                    .complete("second-review-rule", "iglead",
                            Map.of("secondRuleDecision", "refuse", "secondRuleReason", "names"))
                    .endsWith("rule-refused");
            assertThat(run.watch().jobs()).contains("gate:refuse-rule:1").doesNotContain("gate:activate-rule:1");
        }
    }

    @Test
    void refusedReviewersAreReplaced() {
        var workers = Workers.promoteRule("allow").on("governance:check-first-review:1", Workers.REFUSING)
                .on("governance:check-second-review:1", Workers.REFUSING);
        try (Run run = start(workers)) {
            run.outlastsRefusals("review-rule", "analyst1", ACCEPT, "ruleDecision", "ruleReason")
                    .outlastsRefusals("second-review-rule", "iglead", CONFIRM, "secondRuleDecision",
                            "secondRuleReason")
                    .endsWith("rule-active");
        }
    }

    @Test
    void anUnknownDecisionPutsNothingInForce() {
        try (Run run = start(Workers.promoteRule("report"))) {
            run.send(run.task("review-rule"), "analyst1", Map.of("ruleDecision", "ACCEPT"));
            run.endsWith("rule-refused");
        }
    }
}
