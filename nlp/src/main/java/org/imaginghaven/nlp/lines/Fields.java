package org.imaginghaven.nlp.lines;

import java.util.ArrayList;
import java.util.List;

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

    /** The texts of a list; empty when the field is missing. */
    static List<String> texts(JsonNode line, String field) {
        JsonNode value = line.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw new IllegalArgumentException("the field \"" + field + "\" is no list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : value) {
            if (!entry.isTextual()) {
                throw new IllegalArgumentException("the field \"" + field + "\" holds something that is no text");
            }
            texts.add(entry.textValue());
        }
        return texts;
    }

    /** The id as it came, a text or a number. */
    static JsonNode id(JsonNode line) {
        return line.has("id") ? line.get("id") : JsonNodeFactory.instance.nullNode();
    }
}
