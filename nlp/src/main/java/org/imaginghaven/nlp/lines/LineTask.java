package org.imaginghaven.nlp.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is done with the object of one line; called from several threads. */
@FunctionalInterface
public interface LineTask {

    /** @throws IllegalArgumentException when a field is missing or of the wrong type; the message names the field, never its value */
    ObjectNode answer(JsonNode question);
}
