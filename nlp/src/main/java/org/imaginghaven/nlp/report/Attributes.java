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
            "(?i)\\b(?<b>bilateral(?:ly)?|both|bibasal|biapical)\\b|\\b(?<l>left(?:-sided)?|lt)\\b|\\b(?<r>right(?:-sided)?|rt)\\b");
    private static final Pattern SIZE = Pattern.compile(
            "(?i)(?<![\\w.])(?<a>\\d{1,3}(?:\\.\\d{1,2})?)\\s*(?<ua>mm|cm)?\\s*(?:(?:x|×|by)\\s*(?<b>\\d{1,3}(?:\\.\\d{1,2})?)\\s*(?<ub>mm|cm)?\\s*)?(?:(?:x|×|by)\\s*(?<c>\\d{1,3}(?:\\.\\d{1,2})?)\\s*(?<uc>mm|cm)?)?");
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
                "(?i)\\b(?:unchanged|stable|no (?:significant |interval )*change|similar (?:to|in)|persistent|static|as before)\\b"));
        changes.put("resolved", Pattern.compile("(?i)\\b(?:resolved|resolution of|cleared|no longer|disappeared)\\b"));
        changes.put("decreased", Pattern.compile(
                "(?i)\\b(?:decreas\\w+|smaller|reduc\\w+|improv\\w+|less (?:marked|prominent)|regress\\w+|shrunk|partial response)\\b"));
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

    /** The largest of the lengths given together nearest to the finding, in millimetres. */
    OptionalDouble millimetres(String clause, int start, int end) {
        Matcher match = SIZE.matcher(clause);
        double best = Double.NaN;
        int distance = 60;
        while (match.find()) {
            String unit = unit(match);
            int away = match.end() <= start ? start - match.end() : match.start() - end;
            if (!unit.isEmpty() && away >= 0 && away < distance) {
                distance = away;
                best = largest(match) * (unit.equals("cm") ? 10 : 1);
            }
        }
        return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    private static String unit(Matcher match) {
        for (String group : List.of("uc", "ub", "ua")) {
            if (match.group(group) != null) {
                return match.group(group).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static double largest(Matcher match) {
        double largest = 0;
        for (String group : List.of("a", "b", "c")) {
            if (match.group(group) != null) {
                largest = Math.max(largest, Double.parseDouble(match.group(group)));
            }
        }
        return largest;
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
