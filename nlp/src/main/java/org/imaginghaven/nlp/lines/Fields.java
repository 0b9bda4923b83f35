package org.imaginghaven.nlp.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Reads the fields of a line. */
final class Fields {

    private Fields() {
    }

    static String text(JsonNode line, String field) {
        JsonNode value = line.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the field \"" + field + "\" is missing or no text");
        }
        return value.textValue();
    }

    /**
     * An object whose fields all are of those named; empty when it is missing. One that nobody reads is refused: what it says would
     * count for nothing.
     */
    static JsonNode object(JsonNode line, String field, Set<String> fields) {
        JsonNode value = line.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!value.isObject() || value.properties().stream().anyMatch(each -> !fields.contains(each.getKey()))) {
            throw new IllegalArgumentException(
                    "the field \"" + field + "\" is no object, or has other fields than " + new TreeSet<>(fields));
        }
        return value;
    }

    /** The texts of a list, its whole numbers too; empty when the field is missing. */
    static List<String> texts(JsonNode line, String field) {
        JsonNode value = line.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw new IllegalArgumentException("the field \"" + field + "\" is no list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : value) {
            if (!entry.isTextual() && !entry.isIntegralNumber() && !entry.isNull()) {
                throw new IllegalArgumentException("the field \"" + field + "\" holds something that is no text");
            }
            if (!entry.isNull()) {
                texts.add(entry.asText());
            }
        }
        return texts;
    }

    /** The id as it came, a text or a number. */
    static JsonNode id(JsonNode line) {
        return line.has("id") ? line.get("id") : JsonNodeFactory.instance.nullNode();
    }
}
