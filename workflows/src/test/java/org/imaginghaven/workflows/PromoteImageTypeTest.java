package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** gate-promote-image-type: inspection, sign-off, return and refusal. */
class PromoteImageTypeTest {

    private static final Map<String, String> CLEAN = inspection("clean");
    private static final Map<String, String> APPROVE = signOff("approve");

    private static Map<String, String> inspection(String decision) {
        return Map.of("pixelDecision", decision, "inspectionReason", "looked at forty");
    }

    private static Map<String, String> signOff(String decision) {
        return Map.of("signOffDecision", decision, "signOffReason", "looked at ten");
    }

    private static Run start(Script workers) {
        return Run.start("gate-promote-image-type",
                Map.of("promotionKey", Keys.next("prm"), "startedBy", "analyst2", "evidenceUrl", "http://evidence"),
                workers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "blank-regions"})
    void anInspectedAndSignedOffRuleBecomesActive(String decision) {
        try (Run run = start(Workers.promoteImageType())) {
            run.complete("inspect-pixel-sample", "analyst1", inspection(decision))
                    .complete("sign-off-pixel-rule", "iglead", APPROVE).endsWith("pixel-rule-active");
            assertThat(run.watch().inputs("gate:activate-pixel-rule:1").getFirst()).containsEntry("pixelDecision",
                    decision);
            assertThat(run.watch().jobs()).endsWith("gate:activate-pixel-rule:1", "gate:refresh-inventory:1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "unforeseen"})
    void withoutAnAcceptableSampleTheImageTypeIsRefused(String decision) {
        try (Run run = start(Workers.promoteImageType())) {
            run.complete("inspect-pixel-sample", "analyst1", inspection(decision)).endsWith("image-type-refused");
            assertThat(run.watch().jobs()).doesNotContain("gate:activate-pixel-rule:1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "unforeseen"})
    void withoutSignOffTheImageTypeIsRefused(String decision) {
        try (Run run = start(Workers.promoteImageType())) {
            run.complete("inspect-pixel-sample", "analyst1", CLEAN)
                    .complete("sign-off-pixel-rule", "iglead", signOff(decision)).endsWith("image-type-refused");
            assertThat(run.watch().jobs()).doesNotContain("gate:activate-pixel-rule:1");
        }
    }

    @Test
    void aReturnedRuleIsInspectedAgain() {
        try (Run run = start(Workers.promoteImageType())) {
            run.complete("inspect-pixel-sample", "analyst1", CLEAN)
                    .complete("sign-off-pixel-rule", "iglead", signOff("return"))
                    .complete("inspect-pixel-sample", "analyst2", inspection("blank-regions"))
                    .complete("sign-off-pixel-rule", "iglead", APPROVE).endsWith("pixel-rule-active");
            assertThat(run.watch().jobs("governance:check-first-review:1")).isEqualTo(2);
        }
    }

    @Test
    void refusedReviewersAreReplaced() {
        var workers = Workers.promoteImageType().on("governance:check-first-review:1", Workers.REFUSING)
                .on("governance:check-second-review:1", Workers.REFUSING);
        try (Run run = start(workers)) {
            run.outlastsRefusals("inspect-pixel-sample", "analyst1", CLEAN, "pixelDecision", "inspectionReason")
                    .outlastsRefusals("sign-off-pixel-rule", "iglead", APPROVE, "signOffDecision", "signOffReason")
                    .endsWith("pixel-rule-active");
        }
    }
}
