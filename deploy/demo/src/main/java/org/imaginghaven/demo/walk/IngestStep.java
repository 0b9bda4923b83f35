package org.imaginghaven.demo.walk;

import static org.imaginghaven.demo.walk.Stage.number;
import static org.imaginghaven.demo.walk.Stage.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.demo.walk.Desk.Reply;
import org.imaginghaven.demo.walk.Desk.Script;

/** Ingest: an analyst hands the archive in; patients nobody could name stay provisional and the quarantine is rejected. */
final class IngestStep {

    private static final String PROCESS = "identifiable-ingest-batch";

    private IngestStep() {
    }

    static void run(Stage stage) {
        long start = System.nanoTime();
        JsonNode batch = stage.app().post("analyst1", "/api/batches",
                Map.of("folder", stage.folder().resolve("archive").toString()));
        long instance = number(batch, "processInstanceKey");
        String end = stage.desk().playToTheEnd(instance, "ingest", Script.of(Map.of(
                "resolve-mapping", new Reply("analyst1", Map.of("mappingDecision", "leave-provisional")),
                "review-quarantine",
                new Reply("analyst2", Map.of("quarantineDecision", "reject", "quarantineReason",
                        "Damaged at the source; the archive keeps the originals.")))),
                Stage.PATIENCE);
        DemoReport.Ingested ingested = ingested(
                stage.app().get("analyst1", "/api/batches/" + text(batch, "batchKey")));
        stage.report().put("ingested", ingested);
        stage.done("ingest", PROCESS, List.of(instance), end, start,
                "%d files: %d stored, %d duplicate, %d quarantined, %d rejected".formatted(ingested.files(),
                        ingested.stored(), ingested.duplicate(), ingested.quarantined(), ingested.rejected()));
    }

    private static DemoReport.Ingested ingested(JsonNode answer) {
        JsonNode counts = answer.path("counts");
        Map<String, Integer> reasons = new LinkedHashMap<>();
        counts.path("reasons").forEachEntry((reason, files) -> reasons.put(reason, files.asInt()));
        return new DemoReport.Ingested((int) number(counts, "files"), (int) number(counts, "stored"),
                (int) number(counts, "duplicate"), (int) number(counts, "quarantined"),
                (int) number(counts, "rejected"), reasons);
    }
}
