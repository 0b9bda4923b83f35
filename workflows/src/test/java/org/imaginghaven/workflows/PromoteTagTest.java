package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** gate-promote-tag: risk, one or two reviewers, refusal. */
class PromoteTagTest {

    private static final Map<String, Object> PLAIN = Map.of("freeText", false, "detectorHits", 0, "distinctValues", 12,
            "valueCount", 4_000);
    private static final Map<String, Object> RISKY = Map.of("freeText", true, "detectorHits", 3, "distinctValues", 900,
            "valueCount", 4_000);
    private static final Map<String, String> PROMOTE = Map.of("tagDecision", "promote", "reviewReason", "codes only");

    private static Script workers(Map<String, Object> profile) {
        return new Script().on("gate:profile-tag:1", Answer.done(profile))
                .on("governance:check-first-review:1", Answer.done())
                .on("governance:check-second-review:1", Answer.done()).on("gate:activate-tag:1", Answer.done())
                .on("gate:refuse-tag:1", Answer.done()).on("gate:refresh-inventory:1", Answer.done());
    }

    private static Run start(Script workers) {
        return Run.start("gate-promote-tag",
                Map.of("promotionKey", Keys.next("prm"), "startedBy", "analyst2", "evidenceUrl", "http://evidence"),
                workers);
    }

    @Test
    void aTagOfLowRiskNeedsOneReviewer() {
        try (Run run = start(workers(PLAIN))) {
            run.complete("review-tag", "analyst1", PROMOTE).endsWith("tag-active");
            assertThat(run.watch().jobs()).containsExactly("gate:profile-tag:1", "governance:check-first-review:1",
                    "gate:activate-tag:1", "gate:refresh-inventory:1");
            assertThat(run.watch().inputs("governance:check-first-review:1").getFirst())
                    .containsEntry("decision", "promote")
                    .containsEntry("reason", "codes only");
        }
    }
}
