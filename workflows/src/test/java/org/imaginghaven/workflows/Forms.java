package org.imaginghaven.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the shipped forms write and show. */
final class Forms {

    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Map<String, JsonNode> BY_ID = read();

    private Forms() {
    }

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> forms = new TreeMap<>();
        for (Path file : Models.forms()) {
            JsonNode form = Json.read(file);
            forms.put(form.path("id").asText(), form);
        }
        return forms;
    }

    static Set<String> ids() {
        return BY_ID.keySet();
    }

    /** The variables the form writes. */
    static Set<String> keys(String form) {
        Set<String> keys = new TreeSet<>();
        BY_ID.get(form).path("components").forEach(component -> {
            if (component.has("key")) {
                keys.add(component.get("key").asText());
            }
        });
        return keys;
    }

    /** The variables the form shows to the person. */
    static Set<String> shown(String form) {
        Set<String> shown = new TreeSet<>();
        BY_ID.get(form).path("components").forEach(component -> {
            var matcher = SHOWN.matcher(component.path("text").asText(""));
            while (matcher.find()) {
                shown.add(matcher.group(1));
            }
        });
        return shown;
    }
}
