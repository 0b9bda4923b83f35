package org.imaginghaven.nlp.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands near a finding in its clause: side, place, size, change. */
final class Attributes {

    private static final Pattern SIDE = Pattern.compile(
            "\\b(?:(?<b>(?i:bilat(?:eral(?:ly)?)?|both|bibasal|bibasilar|biapical))|(?<l>(?i:left(?:-sided)?|lt)|L(?=[ -](?:sided\\b|\\p{Ll}{3}))|L[UL]L|LLZ|LUZ|LIF|LUQ|LLQ)|(?<r>(?i:right(?:-sided)?|rt)|R(?=[ -](?:sided\\b|\\p{Ll}{3}))|R[UML]L|RLZ|RUZ|RIF|RUQ|RLQ))\\b");
    private static final String NUMBER = "\\d{1,3}(?:[.,]\\d{1,2})?";
    private static final String UNIT = "(?:mm|cm|milli?met(?:re|er)s?|centimet(?:re|er)s?)";
    /** Lengths given together, as "3 x 4 cm", "1.2 cm by 8 mm", "8-10 mm". */
    private static final Pattern SIZE = Pattern
            .compile("(?i)(?<![\\w.,])(?:" + NUMBER + "\\s*(?:to|and|-|–)\\s*" + NUMBER
                    + "\\s*" + UNIT + "|" + NUMBER + "\\s*" + UNIT + "?(?:\\s*(?:x|×|by)\\s*" + NUMBER + "\\s*" + UNIT
                    + "?){0,2})(?!\\w)");
    private static final Pattern LENGTH = Pattern.compile("(?i)(?<number>" + NUMBER + ")\\s*(?<unit>" + UNIT + ")?");
    /** Right before a length: it is that of another time. */
    private static final Pattern BEFORE = Pattern
            .compile(
                    "(?i)(?:previous(?:ly)?|formerly|prior|earlier|from|compared (?:to|with))\\s*(?:measur\\w+\\s*)?\\z");
    private static final Map<String, Pattern> CHANGES = changes();

    private final Map<String, Pattern> places = new LinkedHashMap<>();

    Attributes() {
        for (List<String> fields : ReportData.lines("anatomy.txt")) {
            String words = String.join("|",
                    ReportData.fields(fields.get(1), "|").stream().map(Pattern::quote).toList());
            places.put(fields.get(0), Pattern.compile("(?i)(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])"));
        }
    }

    private static Map<String, Pattern> changes() {
        Map<String, Pattern> changes = new LinkedHashMap<>();
        changes.put("unchanged", Pattern.compile(
                "(?i)\\b(?:unchanged|stable|no (?:\\w+ ){0,2}(?:change|increase|decrease|growth|enlargement|difference|progression|improvement)|not (?:\\w+ly )?(?:changed|increased|decreased|grown|progressed|enlarged|larger|smaller|improved|worse(?:ned)?)|similar (?:to|in)|persistent|static|as before)\\b"));
        changes.put("resolved", Pattern.compile("(?i)\\b(?:resolved|resolution of|cleared|no longer|disappeared)\\b"));
        changes.put("decreased", Pattern.compile(
                "(?i)\\b(?:decreas\\w+|smaller|reduc\\w+|improv\\w+|less (?:marked|prominent)|regress\\w+|resolving|shrunk|shrinking|shrinkage|partial response)\\b"));
        changes.put("increased", Pattern.compile(
                "(?i)\\b(?:increas(?:ed|ing)|larger|enlarging|enlargement of|growth of|grown|worse(?:ned|ning)?|progress(?:ed|ion|ive)|more (?:marked|prominent|extensive))\\b"));
        changes.put("new", Pattern.compile(
                "(?i)\\b(?:new|newly|interval development|has developed|not (?:previously )?(?:seen|present) (?:before|previously))\\b"));
        return changes;
    }

    /** left, right or bilateral: the nearest before or after within a few words. */
    Optional<String> side(String clause, int start, int end) {
        return nearest(SIDE, clause, start, end, 60)
                .map(match -> match.group("b") != null ? "bilateral" : match.group("l") != null ? "left" : "right");
    }

    Optional<String> place(String clause, int start, int end) {
        String best = null;
        int distance = Integer.MAX_VALUE;
        for (Map.Entry<String, Pattern> place : places.entrySet()) {
            Optional<MatchAt> match = nearest(place.getValue(), clause, start, end, 80);
            if (match.isPresent() && match.get().distance() < distance) {
                best = place.getKey();
                distance = match.get().distance();
            }
        }
        return Optional.ofNullable(best);
    }

    Optional<String> change(String clause, int start, int end) {
        return CHANGES.entrySet().stream()
                .filter(change -> nearest(change.getValue(), clause, start, end, 60).isPresent())
                .map(Map.Entry::getKey).findFirst();
    }

    /** The largest of the lengths given together nearest to the finding, in millimetres; not one that it had before. */
    OptionalDouble millimetres(String clause, int start, int end) {
        Matcher match = SIZE.matcher(clause);
        OptionalDouble best = OptionalDouble.empty();
        int distance = 60;
        while (match.find()) {
            int away = match.end() <= start ? start - match.end() : match.start() - end;
            if (away >= 0 && away < distance && !BEFORE.matcher(clause.substring(0, match.start())).find()) {
                OptionalDouble largest = largest(match.group());
                distance = largest.isPresent() ? away : distance;
                best = largest.isPresent() ? largest : best;
            }
        }
        return best;
    }

    /** A number without a unit has that of the next one with a unit. */
    private static OptionalDouble largest(String lengths) {
        double largest = Double.NaN;
        double bare = 0;
        Matcher match = LENGTH.matcher(lengths);
        while (match.find()) {
            double number = Double.parseDouble(match.group("number").replace(',', '.'));
            if (match.group("unit") == null) {
                bare = Math.max(bare, number);
            } else {
                double scale = match.group("unit").toLowerCase(Locale.ROOT).startsWith("c") ? 10 : 1;
                double length = Math.max(number, bare) * scale;
                largest = Double.isNaN(largest) ? length : Math.max(largest, length);
                bare = 0;
            }
        }
        return Double.isNaN(largest) ? OptionalDouble.empty() : OptionalDouble.of(largest);
    }

    private record MatchAt(int distance, Map<String, String> groups) {
        @org.jspecify.annotations.Nullable
        String group(String name) {
            return groups.get(name);
        }
    }

    private static Optional<MatchAt> nearest(Pattern pattern, String clause, int start, int end, int reach) {
        Matcher match = pattern.matcher(clause);
        MatchAt best = null;
        while (match.find()) {
            int away = match.end() <= start ? start - match.end() : match.start() >= end ? match.start() - end + 1 : 0;
            if (away <= reach && (best == null || away < best.distance())) {
                Map<String, String> groups = new LinkedHashMap<>();
                for (String name : pattern.namedGroups().keySet()) {
                    if (match.group(name) != null) {
                        groups.put(name, match.group(name));
                    }
                }
                best = new MatchAt(away, groups);
            }
        }
        return Optional.ofNullable(best);
    }
}
