package org.imaginghaven.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.imaginghaven.search.disclosure.FindingCatalogue;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.Facet;

/** Facet values as people say them, and links to a cohort. */
public final class Wording {

    private Wording() {
    }

    /** {@code F} is Female; codes of modalities and body parts stay as they are. */
    public static String of(Facet facet, String value) {
        return switch (facet) {
            case SEX -> switch (value) {
                case "F" -> "Female";
                case "M" -> "Male";
                default -> "Other";
            };
            case AGE_BAND -> value.endsWith("+") ? value.replace("+", " and over") : value.replace("-", " to ");
            case MODALITY -> switch (value) {
                case "CT" -> "CT";
                case "MR" -> "MR (magnetic resonance)";
                case "US" -> "US (ultrasound)";
                case "DX" -> "DX (digital radiograph)";
                case "CR" -> "CR (computed radiograph)";
                case "SR" -> "SR (structured report)";
                default -> value;
            };
            case FINDING -> finding(value);
            case BODY_PART, YEAR, MANUFACTURER -> value;
        };
    }

    private static String finding(String value) {
        String[] parts = value.replace('-', ' ').split(":", 2);
        return Character.toUpperCase(parts[0].charAt(0)) + parts[0].substring(1) + ": " + parts[1];
    }

    /** How far a value can be trusted, as a sentence for people. */
    static String precision(FindingCatalogue.Explained explained) {
        return "Right in " + explained.correct() + " of " + explained.measured() + " readings of " + explained.source();
    }

    /** The search page for a cohort without one of its values. */
    static String link(CohortQuery query, Facet without, String value) {
        StringJoiner link = new StringJoiner("&", "/?", "");
        query.values().forEach((facet, values) -> values.stream()
                .filter(one -> facet != without || !one.equals(value))
                .forEach(one -> link.add(facet.key() + "=" + URLEncoder.encode(one, StandardCharsets.UTF_8))));
        return link.toString();
    }
}
