package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What at-least-once delivery does to a process: nothing happens twice. */
class EngineTrapsTest {

    private static final String CHUNK = "gate:extract-chunk:1";
    private static final String SEAL = "gate:seal-package:1";
    private static final Answer SEALED = Answer.done(Map.of("deidentifiedCount", 1_498, "rejectedCount", 2));

    private final Engine engine = Engine.shared();

    private static Run extraction(Script workers) {
        return Run.start("gate-extract-cohort",
                Map.of("extractionKey", Keys.next("ext"), "agreementKey", Keys.next("agr"),
                        "startedBy", "analyst1"),
                workers);
    }

    @Test
    void aMessageDeliveredTwiceStartsOneRelease() {
        String key = Keys.next("ext");
        try (Run run = Run.startByMessage("project-release-extract", "extraction-verified", key,
                Map.of("extractionKey", key), Workers.release())) {
            run.task("review-release");
            assertThatThrownBy(() -> engine.client().newPublishMessageCommand().messageName("extraction-verified")
                    .correlationKey("").messageId(key).timeToLive(Duration.ofHours(1))
                    .variables(Map.of("extractionKey", key))
                    .send().join()).hasMessageContaining("ALREADY_EXISTS");
            run.settle();
            long started = engine.records().stream()
                    .filter(record -> Watch.isStartOf(record, "project-release-extract"))
                    .filter(record -> record.getPosition() >= run.watch().since()).count();
            assertThat(started).isOne();
        }
    }

    @Test
    void aMessageForAnEndedInstanceDoesNothing() {
        String request = Keys.next("req");
        try (Run run = Run.start("governance-request-access", Requests.variables(request), Workers.request())) {
            run.task("confirm-cohort");
            run.tell("request-withdrawn", request).endsWith("withdrawal-done");
            engine.client().newPublishMessageCommand().messageName("request-withdrawn").correlationKey(request)
                    .messageId(request + "-again").timeToLive(Duration.ofMinutes(1)).send().join();
            run.settle();
            assertThat(run.watch().jobs("governance:withdraw-request:1")).isOne();
        }
    }

    @Test
    void aJobTimedOutWhileItsWorkerStillWorksIsDoneOnce() {
        try (Run run = extraction(Workers.extract().on(SEAL, new Answer.Busy(), SEALED))) {
            ActivatedJob slow = run.taken(SEAL);
            run.pass(Duration.ofMinutes(6)).endsWith("package-verified");
            assertThat(run.watch().inputs(SEAL)).as("given to a second worker").hasSize(2);
            assertThatThrownBy(() -> engine.client().newCompleteCommand(slow)
                    .variables(((Answer.Done) SEALED).variables()).send().join()).hasMessageContaining("NOT_FOUND");
            assertThat(run.settle().watch().jobs("gate:announce-extraction:1")).isOne();
        }
    }

    @Test
    void aWorkerThatAsksForMoreTimeKeepsItsJob() {
        try (Run run = extraction(Workers.extract().on(SEAL, new Answer.Busy(), SEALED))) {
            ActivatedJob slow = run.taken(SEAL);
            engine.client().newUpdateTimeoutCommand(slow).timeout(Duration.ofMinutes(30)).send().join();
            run.pass(Duration.ofMinutes(6)).settle();
            assertThat(run.watch().inputs(SEAL)).as("one worker").hasSize(1);
            engine.client().newCompleteCommand(slow).variables(((Answer.Done) SEALED).variables()).send().join();
            run.endsWith("package-verified");
        }
    }

    @Test
    void aJobCompletedTwiceMovesTheProcessOnce() {
        try (Run run = extraction(Workers.extract().on(SEAL, new Answer.Busy()))) {
            ActivatedJob job = run.taken(SEAL);
            var variables = ((Answer.Done) SEALED).variables();
            engine.client().newCompleteCommand(job).variables(variables).send().join();
            assertThatThrownBy(() -> engine.client().newCompleteCommand(job).variables(variables).send().join())
                    .hasMessageContaining("NOT_FOUND");
            run.endsWith("package-verified");
            assertThat(run.watch().jobs("gate:announce-extraction:1")).isOne();
        }
    }

    @Test
    void aTaskCompletedTwiceMovesTheProcessOnce() {
        try (Run run = Run.start("gate-promote-tag", Map.of("promotionKey", Keys.next("prm")), Workers.promoteTag())) {
            Task task = run.task("review-tag");
            run.send(task, "analyst1", Map.of("tagDecision", "promote", "reviewReason", "codes only"));
            run.send(task, "analyst2", Map.of("tagDecision", "refuse", "reviewReason", "late"));
            run.endsWith("tag-active");
            assertThat(run.watch().jobs("governance:check-first-review:1")).isOne();
        }
    }

    @Test
    void aWorkerThatBreaksGetsTheJobAgain() {
        try (Run run = extraction(Workers.extract().on(CHUNK, new Answer.Broke("IOException ext"), Answer.done()))) {
            run.endsWith("package-verified");
            assertThat(run.watch().inputs(CHUNK)).hasSize(3);
        }
    }

    @Test
    void aWorkerThatKeepsBreakingRaisesAnIncidentAndNothingIsAnnounced() {
        try (Run run = extraction(Workers.extract().on(SEAL, new Answer.Broke("IOException ext")))) {
            run.await("an incident", () -> !run.watch().incidents().isEmpty());
            assertThat(run.watch().incidents()).containsExactly("seal-package: IOException ext");
            assertThat(run.watch().inputs(SEAL)).hasSize(3);
            assertThat(run.settle().watch().jobs()).doesNotContain("gate:announce-extraction:1");
        }
    }

    @Test
    void aRefusalNobodyForesawStopsTheProcess() {
        try (Run run = extraction(Workers.extract().on("gate:verify-package:1", Answer.refused("NOT_RECONCILED")))) {
            run.await("an incident", () -> !run.watch().incidents().isEmpty());
            assertThat(run.settle().watch().jobs()).doesNotContain(SEAL);
        }
    }
}
