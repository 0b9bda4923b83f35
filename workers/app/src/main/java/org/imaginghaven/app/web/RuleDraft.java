package org.imaginghaven.app.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule about what identifies, as a person fills it in. Lists are typed with commas, examples one a line, each as
 * {@code Keyword: text with [[the words in question]]}.
 */
record RuleDraft(@Nullable String name, @Nullable String action, @Nullable String report, @Nullable String columns,
        @Nullable List<String> kinds, @Nullable String value, @Nullable String before, @Nullable String after,
        @Nullable String must, @Nullable String mustNot, @Nullable String reason) {

    private static final Pattern OF_COLUMN = Pattern.compile("([A-Za-z]+):\\s+(.+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    static RuleDraft empty() {
        return new RuleDraft("", "ignore", "", "", List.of(), "", "", "", "", "", "");
    }

    /** The rule as the API takes it; what was left empty is left out. */
    String json() {
        ObjectNode rule = JSON.createObjectNode();
        put(rule, "name", name);
        put(rule, "action", action);
        put(rule, "report", "report".equals(action) ? report : "");
        split(columns, ",").forEach(rule.putArray("columns")::add);
        (kinds == null ? List.<String>of() : kinds).forEach(rule.putArray("kinds")::add);
        put(rule, "value", value);
        put(rule, "before", before);
        put(rule, "after", after);
        examples(rule.putArray("must"), must);
        examples(rule.putArray("mustNot"), mustNot);
        put(rule, "reason", reason);
        return rule.toString();
    }

    /** Whether a kind of finding is ticked; for the page. */
    public boolean hasKind(String kind) {
        return kinds != null && kinds.contains(kind);
    }

    private static void put(ObjectNode rule, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            rule.put(field, text.strip());
        }
    }

    private static Stream<String> split(@Nullable String text, String separator) {
        return text == null
                ? Stream.empty()
                : Stream.of(text.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static void examples(ArrayNode list, @Nullable String lines) {
        split(lines, "\\R").forEach(line -> {
            Matcher ofColumn = OF_COLUMN.matcher(line);
            boolean named = ofColumn.matches() && !ofColumn.group(1).toLowerCase(Locale.ROOT).equals("any");
            list.addObject().put("column", named ? ofColumn.group(1) : "")
                    .put("text", ofColumn.matches() ? ofColumn.group(2) : line);
        });
    }
}
