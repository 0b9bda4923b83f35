package org.imaginghaven.app.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.imaginghaven.governance.people.TaskHistory;
import org.imaginghaven.kernel.JobContext;

/**
 * Reads who completed a task from the records the engine exports, in the order it wrote them.
 *
 * <p>Records arrive some seconds late. The exporter writes them in order, so once the creation of the very job that asks
 * is there, everything before it is there too; only then the answer counts. Without this an earlier round of the same
 * task could answer for the latest.
 */
final class RecordsTaskHistory implements TaskHistory {

    private static final String TASKS = "zeebe-record_user-task*";
    private static final String JOBS = "zeebe-record_job*";
    private static final int MOST_TASKS = 1_000;
    private static final Duration SETTLE = Duration.ofMillis(400);
    private static final Duration POLL = Duration.ofMillis(250);

    private final URI records;
    private final Duration patience;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param patience how long to wait for the export */
    RecordsTaskHistory(URI records, Duration patience) {
        this.records = records;
        this.patience = patience;
    }

    @Override
    public Optional<String> completedBy(JobContext job, String candidateGroup) throws HistoryBehind {
        try {
            JsonNode created = awaitCreation(job);
            // records of one batch go to several indices: let the slower one finish
            Thread.sleep(SETTLE);
            post(TASKS + "/_refresh?ignore_unavailable=true", Map.of());
            return newestFirst(TASKS, MOST_TASKS, List.of(term("value.processInstanceKey", job.processInstanceKey()),
                    term("intent", "COMPLETED"), term("partitionId", created.path("partitionId").asInt()),
                    Map.of("range", Map.of("position", Map.of("lt", created.path("position").asLong())))))
                    .filter(task -> offeredTo(task, candidateGroup)).findFirst()
                    .map(task -> task.path("value").path("assignee").asText("")).filter(name -> !name.isBlank());
        } catch (IOException e) {
            throw new HistoryBehind(job.jobKey());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryBehind(job.jobKey());
        }
    }

    /** The exporter indexes groups as words, so a query cannot tell {@code controller-north} from {@code north}. */
    private static boolean offeredTo(JsonNode task, String group) {
        return StreamSupport.stream(task.path("value").path("candidateGroupsList").spliterator(), false)
                .anyMatch(candidate -> candidate.asText().equals(group));
    }

    private JsonNode awaitCreation(JobContext job) throws IOException, InterruptedException, HistoryBehind {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var created = newestFirst(JOBS, 1, List.of(term("key", job.jobKey()), term("intent", "CREATED")))
                    .findFirst();
            if (created.isPresent()) {
                return created.get();
            }
            if (System.nanoTime() > end) {
                throw new HistoryBehind(job.jobKey());
            }
            Thread.sleep(POLL);
        }
    }

    private Stream<JsonNode> newestFirst(String index, int most, List<Map<String, Object>> filters)
            throws IOException, InterruptedException {
        JsonNode found = post(index + "/_search?ignore_unavailable=true&allow_no_indices=true",
                Map.of("size", most, "sort",
                        List.of(Map.of("position", Map.of("order", "desc", "unmapped_type", "long"))), "query",
                        Map.of("bool", Map.of("filter", filters))));
        return StreamSupport.stream(found.path("hits").path("hits").spliterator(), false)
                .map(hit -> hit.path("_source"));
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(records.resolve("/" + path)).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))).build();
        var response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("the record store answered " + response.statusCode());
        }
        return json.readTree(response.body());
    }

    private static Map<String, Object> term(String field, Object value) {
        return Map.of("term", Map.of(field, value));
    }
}
