package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** identifiable-ingest-batch: chunks, reconciliation, mapping and quarantine. */
class IngestBatchTest {

    private static final String CHUNK = "identifiable:ingest-chunk:1";

    private static Run start(Script workers) {
        return Run.start("identifiable-ingest-batch",
                Map.of("batchKey", Keys.next("bat"), "startedBy", "analyst1", "evidenceUrl", "http://evidence"),
                workers);
    }

    private static Map<String, String> quarantine(String decision) {
        return Map.of("quarantineDecision", decision, "quarantineReason", "truncated");
    }

    @Test
    void aCleanBatchNeedsNobody() {
        try (Run run = start(Workers.ingest())) {
            run.endsWith("batch-reported");
            assertThat(run.watch().inputs(CHUNK)).extracting(input -> input.get("chunk")).containsExactlyInAnyOrder(1,
                    2,
                    3);
            assertThat(run.watch().completions()).isEmpty();
            assertThat(run.variable("batchState")).isEqualTo("reconciled");
        }
    }

    @Test
    void anEmptyFolderIsReportedAtOnce() {
        var workers = Workers.ingest().on("identifiable:plan-batch:1",
                Answer.done(Map.of("chunks", List.of(), "fileCount", 0)));
        try (Run run = start(workers)) {
            run.endsWith("batch-reported");
            assertThat(run.watch().jobs()).containsExactly("identifiable:plan-batch:1", "identifiable:report-batch:1");
        }
    }

    @Test
    void aBatchThatDoesNotAddUpIsReconciledAgain() {
        var workers = Workers.ingest().on("identifiable:reconcile-batch:1", Answer.refused("NOT_RECONCILED"),
                Workers.reconciled(0, 0));
        try (Run run = start(workers)) {
            run.complete("investigate-batch", "analyst1", Map.of("investigationDecision", "retry"))
                    .endsWith("batch-reported");
            assertThat(run.watch().jobs("identifiable:reconcile-batch:1")).isEqualTo(2);
        }
    }

    @Test
    void aBatchThatDoesNotAddUpCanBeClosedAsItStands() {
        var workers = Workers.ingest().on("identifiable:reconcile-batch:1", Answer.refused("NOT_RECONCILED"))
                .on("identifiable:report-batch:1", "batchState", "not-reconciled");
        try (Run run = start(workers)) {
            run.complete("investigate-batch", "analyst1", Map.of("investigationDecision", "close"))
                    .endsWith("batch-reported");
            assertThat(run.variable("batchState")).isEqualTo("not-reconciled");
        }
    }

    @Test
    void unmappedPatientsAndQuarantinedFilesAreLookedAt() {
        var workers = Workers.ingest().on("identifiable:reconcile-batch:1", Workers.reconciled(6, 2));
        try (Run run = start(workers)) {
            run.complete("resolve-mapping", "analyst1", Map.of("mappingDecision", "resolved"))
                    .complete("review-quarantine", "analyst2", quarantine("reject")).endsWith("batch-reported");
            assertThat(run.watch().inputs("identifiable:apply-mappings:1").getFirst()).containsEntry("mappingDecision",
                    "resolved");
            assertThat(run.watch().inputs("identifiable:apply-quarantine-review:1").getFirst())
                    .containsEntry("quarantineDecision", "reject");
        }
    }

    @Test
    void refusedPeopleAreReplaced() {
        var workers = Workers.ingest()
                .on("identifiable:reconcile-batch:1", Answer.refused("NOT_RECONCILED"), Workers.reconciled(6, 2))
                .on(Workers.TASK, Stream.of(Workers.REFUSING_PEOPLE, Workers.REFUSING_PEOPLE, Workers.REFUSING)
                        .flatMap(Stream::of).toArray(Answer[]::new));
        try (Run run = start(workers)) {
            run.outlastsRefusals("investigate-batch", "analyst1", Map.of("investigationDecision", "retry"),
                    "investigationDecision")
                    .outlastsRefusals("resolve-mapping", "analyst1", Map.of("mappingDecision", "resolved"),
                            "mappingDecision")
                    .outlastsRefusals("review-quarantine", "analyst2", quarantine("reject"), "quarantineDecision",
                            "quarantineReason")
                    .endsWith("batch-reported");
            assertThat(run.watch().inputs(Workers.TASK)).extracting(input -> input.get("task")).contains(
                    "investigate-batch", "resolve-mapping", "review-quarantine");
        }
    }

    @Test
    void retriedFilesGoThroughTheWholeRoundAgain() {
        var workers = Workers.ingest()
                .on("identifiable:reconcile-batch:1", Workers.reconciled(6, 0), Workers.reconciled(0, 0))
                .on("identifiable:apply-quarantine-review:1", "chunks", List.of(9));
        try (Run run = start(workers)) {
            run.complete("review-quarantine", "analyst2", quarantine("retry")).endsWith("batch-reported");
            assertThat(run.watch().inputs(CHUNK)).extracting(input -> input.get("chunk")).hasSize(4).endsWith(9);
            assertThat(run.watch().jobs("identifiable:reconcile-batch:1")).isEqualTo(2);
        }
    }
}
