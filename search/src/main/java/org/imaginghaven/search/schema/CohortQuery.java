package org.imaginghaven.search.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A cohort in the closed grammar: facets are combined by AND, the values of one facet by OR.
 *
 * <p>A series belongs to it when every facet holds for that series, its study and its patient together; a study or a
 * patient belongs when one of its series does. So {@code CT} and {@code CHEST} never mean a CT of the head beside a
 * radiograph of the chest. What has no value for a facet is not matched by that facet.
 *
 * @param values the chosen values, facets in order, without facets that have none
 */
public record CohortQuery(Map<Facet, SortedSet<String>> values) {

    /** More values than this in one facet are refused: they no longer describe anything. */
    public static final int MOST_VALUES = 50;

    private static final int LONGEST_TEXT = 16_384;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    public CohortQuery {
        Map<Facet, SortedSet<String>> copy = new EnumMap<>(Facet.class);
        values.forEach((facet, chosen) -> {
            if (!chosen.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(chosen)));
            }
        });
        values = Collections.unmodifiableMap(copy);
    }

    /** Everybody. */
    public static CohortQuery all() {
        return new CohortQuery(Map.of());
    }

    /**
     * Reads {@code {"modality":["CT"],"year":[2023]}}.
     *
     * @throws InvalidCohort with every problem found, when the text is not of the grammar
     */
    public static CohortQuery parse(String json) throws InvalidCohort {
        if (json.length() > LONGEST_TEXT) {
            throw new InvalidCohort(List.of("The cohort definition is longer than " + LONGEST_TEXT + " characters."));
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidCohort(List.of("The cohort definition is not JSON (line " + e.getLocation().getLineNr()
                    + ", column " + e.getLocation().getColumnNr() + ")."));
        }
        if (root == null || !root.isObject()) {
            throw new InvalidCohort(List.of("The cohort definition must be a JSON object of facets with lists."));
        }
        List<String> problems = new ArrayList<>();
        Map<String, List<String>> chosen = new java.util.LinkedHashMap<>();
        root.properties().forEach(entry -> chosen.put(entry.getKey(), texts(entry, problems)));
        return checked(chosen, problems);
    }

    /**
     * Takes the choices of a form, by facet key.
     *
     * @throws InvalidCohort with every problem found
     */
    public static CohortQuery of(Map<String, ? extends Collection<String>> chosen) throws InvalidCohort {
        return checked(chosen, new ArrayList<>());
    }

    private static CohortQuery checked(Map<String, ? extends Collection<String>> chosen, List<String> problems)
            throws InvalidCohort {
        Map<Facet, SortedSet<String>> values = new EnumMap<>(Facet.class);
        int facetNumber = 0;
        for (Map.Entry<String, ? extends Collection<String>> entry : chosen.entrySet()) {
            facetNumber++;
            Facet facet = Facet.ofKey(entry.getKey()).orElse(null);
            if (facet == null) {
                problems.add("Facet " + facetNumber + " (" + entry.getKey().length() + " characters) is unknown; use "
                        + known() + ".");
            } else {
                values.put(facet, accepted(facet, entry.getValue(), problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidCohort(problems);
        }
        return new CohortQuery(values);
    }

    private static SortedSet<String> accepted(Facet facet, Collection<String> texts, List<String> problems) {
        SortedSet<String> accepted = new TreeSet<>();
        if (texts.size() > MOST_VALUES) {
            problems.add(
                    facet.key() + ": " + texts.size() + " values are too many; choose at most " + MOST_VALUES + ".");
            return accepted;
        }
        int number = 0;
        for (String text : texts) {
            number++;
            if (facet.accepts(text)) {
                accepted.add(text);
            } else {
                problems.add(facet.key() + ": value " + number + " (" + text.length()
                        + " characters) is not one this facet can have.");
            }
        }
        return accepted;
    }

    private static List<String> texts(Map.Entry<String, JsonNode> entry, List<String> problems) {
        List<String> texts = new ArrayList<>();
        String name = Facet.ofKey(entry.getKey()).map(Facet::key).orElse("An unknown facet");
        if (!entry.getValue().isArray()) {
            problems.add(name + ": give a list of values.");
            return texts;
        }
        for (JsonNode value : entry.getValue()) {
            if (value.isTextual() || value.isIntegralNumber()) {
                texts.add(value.asText());
            } else {
                problems.add(name + ": value " + (texts.size() + 1) + " must be a text or a whole number.");
            }
        }
        return texts;
    }

    private static String known() {
        return Arrays.stream(Facet.values()).map(Facet::key).collect(Collectors.joining(", "));
    }

    public boolean isAll() {
        return values.isEmpty();
    }

    public SortedSet<String> values(Facet facet) {
        return values.getOrDefault(facet, Collections.emptySortedSet());
    }

    /** The same cohort without one facet, which is what the counts beside that facet's values are counted in. */
    public CohortQuery without(Facet facet) {
        Map<Facet, SortedSet<String>> rest = new EnumMap<>(Facet.class);
        rest.putAll(values);
        rest.remove(facet);
        return new CohortQuery(rest);
    }

    /** The one text of this cohort: facets and values in order, nothing empty; equal cohorts have equal texts. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        values.forEach((facet, chosen) -> {
            ArrayNode list = root.putArray(facet.key());
            chosen.forEach(value -> {
                if (facet == Facet.YEAR) {
                    list.add(Integer.parseInt(value));
                } else {
                    list.add(value);
                }
            });
        });
        return root.toString();
    }
}
