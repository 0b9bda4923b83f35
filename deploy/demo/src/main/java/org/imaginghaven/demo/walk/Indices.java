package org.imaginghaven.demo.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads the indices of an Elasticsearch or OpenSearch as they are, by its own HTTP interface. */
final class Indices {

    private static final int PAGE = 1_000;
    private static final int UNAVAILABLE = 503;
    private static final Duration READY = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;

    Indices(URI base) {
        this.base = base;
    }

    JsonNode search(String index, Map<String, ?> query) {
        return post("/" + index + "/_search?ignore_unavailable=true", query);
    }

    /** Gives every document of every index, with the name of its index. */
    void forEachDocument(BiConsumer<String, String> document) {
        JsonNode page = post("/_all/_search?scroll=2m&expand_wildcards=all",
                Map.of("size", PAGE, "sort", new String[]{"_doc"}));
        while (!page.path("hits").path("hits").isEmpty()) {
            for (JsonNode hit : page.path("hits").path("hits")) {
                document.accept(hit.path("_index").asText(),
                        hit.path("_id").asText() + " " + hit.path("_source").toString());
            }
            page = post("/_search/scroll", Map.of("scroll", "2m", "scroll_id", page.path("_scroll_id").asText()));
        }
    }

    /** Asks again while the index says that it is not ready: one that was made a moment ago has no shard yet. */
    private JsonNode post(String path, Object body) {
        HttpResponse<byte[]> answer = Patience.await("the index at " + base + " to be ready", READY,
                () -> Optional.of(send(path, body)).filter(got -> got.statusCode() != UNAVAILABLE));
        if (answer.statusCode() != 200) {
            throw new DemoFailure("the index at " + base + " answered " + answer.statusCode(), null);
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new DemoFailure("the index at " + base + " answered with something else than JSON", e);
        }
    }

    private HttpResponse<byte[]> send(String path, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(1))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))).build();
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new DemoFailure("the index at " + base + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted while reading the index at " + base, e);
        }
    }
}
