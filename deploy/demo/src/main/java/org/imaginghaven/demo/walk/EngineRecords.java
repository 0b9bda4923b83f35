package org.imaginghaven.demo.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where process instances stand, read from the records that the engine exports. */
final class EngineRecords {

    private static final String INSTANCES = "zeebe-record_process-instance_*";

    private final Indices records;

    EngineRecords(Indices records) {
        this.records = records;
    }

    /** Keys of the instances of a process that began at or after a moment, oldest first. */
    List<Long> instancesSince(String processId, long epochMillis) {
        JsonNode found = records.search(INSTANCES, Map.of("size", 1_000, "sort", List.of(Map.of("position", "asc")),
                "query", all(List.of(Map.of("term", Map.of("value.bpmnProcessId", processId)),
                        Map.of("term", Map.of("value.bpmnElementType", "PROCESS")),
                        Map.of("term", Map.of("intent", "ELEMENT_ACTIVATED")),
                        Map.of("range", Map.of("timestamp", Map.of("gte", epochMillis)))))));
        List<Long> keys = new ArrayList<>();
        found.path("hits").path("hits").forEach(hit -> keys.add(hit.path("_source").path("key").asLong()));
        return keys;
    }

    /** Key of the instance in which a variable got this text as its value. */
    Optional<Long> instanceWith(String variable, String value) {
        JsonNode found = records.search("zeebe-record_variable_*", Map.of("size", 1, "query",
                all(List.of(Map.of("term", Map.of("value.name", variable)),
                        Map.of("term", Map.of("value.value", '"' + value + '"'))))));
        return Optional.of(found.path("hits").path("hits").path(0).path("_source").path("value")
                .path("processInstanceKey")).filter(JsonNode::isNumber).map(JsonNode::asLong);
    }

    /** Id of the end event in which an instance ended; empty while it is running. */
    Optional<String> endOf(long instance) {
        if (hits(instance, "PROCESS", "ELEMENT_COMPLETED").isEmpty()) {
            return hits(instance, "PROCESS", "ELEMENT_TERMINATED").isEmpty()
                    ? Optional.empty()
                    : Optional.of("terminated");
        }
        List<JsonNode> ends = hits(instance, "END_EVENT", "ELEMENT_COMPLETED");
        return Optional.of(ends.isEmpty() ? "completed" : ends.getLast().path("value").path("elementId").asText());
    }

    /** Keys of the instances that an instance has called, oldest first. */
    List<Long> calledBy(long instance) {
        JsonNode found = records.search(INSTANCES, Map.of("size", 100, "sort", List.of(Map.of("position", "asc")),
                "query", all(List.of(Map.of("term", Map.of("value.parentProcessInstanceKey", instance)),
                        Map.of("term", Map.of("value.bpmnElementType", "PROCESS")),
                        Map.of("term", Map.of("intent", "ELEMENT_ACTIVATED"))))));
        List<Long> keys = new ArrayList<>();
        found.path("hits").path("hits").forEach(hit -> keys.add(hit.path("_source").path("key").asLong()));
        return keys;
    }

    /** Waits for the end of an instance. */
    String awaitEnd(long instance, String what, Duration patience) {
        return Patience.await(what + " (process instance " + instance + ")", patience, () -> endOf(instance));
    }

    private List<JsonNode> hits(long instance, String elementType, String intent) {
        JsonNode found = records.search(INSTANCES, Map.of("size", 100, "sort", List.of(Map.of("position", "asc")),
                "query", all(List.of(Map.of("term", Map.of("value.processInstanceKey", instance)),
                        Map.of("term", Map.of("value.bpmnElementType", elementType)),
                        Map.of("term", Map.of("intent", intent))))));
        List<JsonNode> sources = new ArrayList<>();
        found.path("hits").path("hits").forEach(hit -> sources.add(hit.path("_source")));
        return sources;
    }

    private static Map<String, ?> all(List<Map<String, ?>> filters) {
        return Map.of("bool", Map.of("filter", filters));
    }
}
