package org.imaginghaven.demo.walk;

import static org.imaginghaven.demo.walk.Stage.number;
import static org.imaginghaven.demo.walk.Stage.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.demo.walk.Desk.Reply;
import org.imaginghaven.demo.walk.Desk.Script;

/** Extract and release: one analyst extracts, another reviews what was flagged, a third person lets the package go. */
final class ExtractStep {

    private ExtractStep() {
    }

    /**
     * An extraction under way.
     *
     * @param instance of the process
     * @param startedAt a moment before it, in epoch milliseconds
     * @param startedNanos the same, as {@link System#nanoTime} tells it
     */
    record Begun(String key, long instance, long startedAt, long startedNanos) {
    }

    /** @return key of the extraction */
    static String run(Stage stage, RequestStep.Agreed agreed) {
        Begun begun = begin(stage, agreed);
        stage.report().put("extraction", finish(stage, begun));
        return begun.key();
    }

    static Begun begin(Stage stage, RequestStep.Agreed agreed) {
        long start = System.nanoTime();
        long startedAt = System.currentTimeMillis() - 1_000;
        JsonNode extraction = stage.app().post("analyst1", "/api/extractions",
                Map.of("agreementKey", agreed.agreementKey()));
        return new Begun(text(extraction, "extractionKey"), number(extraction, "processInstanceKey"), startedAt, start);
    }

    static DemoReport.Extraction finish(Stage stage, Begun begun) {
        String end = stage.desk().playToTheEnd(begun.instance(), "extraction", Script.of(Map.of("review-flagged-files",
                new Reply("analyst2", Map.of("flaggedDecision", "reject", "flaggedReason",
                        "Text remains that no rule covers.")))),
                Stage.PATIENCE);
        stage.done("extract", "gate-extract-cohort", List.of(begun.instance()), end, begun.startedNanos(),
                "by analyst1, flagged files reviewed by analyst2");
        release(stage, begun.startedAt());
        DemoReport.Extraction result = result(counts(stage, begun));
        if (!result.reconciles()) {
            throw new DemoFailure("the extraction does not reconcile: " + result, null);
        }
        return result;
    }

    static JsonNode counts(Stage stage, Begun begun) {
        return stage.app().get("reviewer1", "/api/extractions/" + begun.key()).path("counts");
    }

    private static void release(Stage stage, long startedAt) {
        long start = System.nanoTime();
        long instance = Patience.await("a release to begin", Stage.PATIENCE, () -> stage.engine()
                .instancesSince("project-release-extract", startedAt).stream().findFirst());
        String end = stage.desk().playToTheEnd(instance, "release", Script.of(Map.of("review-release",
                new Reply("reviewer1",
                        Map.of("releaseDecision", "release", "releaseReason",
                                "Numbers reconcile; sample looked at.")))),
                Stage.PATIENCE);
        stage.done("release", "project-release-extract", List.of(instance), end, start, "by reviewer1");
    }

    static DemoReport.Extraction result(JsonNode answer) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        answer.path("reasons").forEachEntry((reason, files) -> reasons.put(reason, files.asInt()));
        return new DemoReport.Extraction((int) number(answer, "requested"), (int) number(answer, "released"),
                (int) number(answer, "rejected"), (int) number(answer, "failed"), (int) number(answer, "unmatched"),
                reasons);
    }
}
