package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the headings of a report in whatever way they are set apart: colon, dash, brackets, asterisks, a line of their own. */
final class Headings {

    private static final Pattern PLACE = Pattern.compile(
            "(?m)(?:(?<line>^|(?<=: ))|(?<=\\s{2})|(?<=[.!?] ))[ \\t]*(?:[*_#=•-]{1,3}[ \\t]*)?(?:\\d{1,2}[.)]\\s*)?(?<open>[<\\[])?(?<h>\\p{L}[\\p{L} /&,'’\\-]{1,40}?)(?:"
                    + "(?<close>[>\\]]):?|[*_]{0,3}\\s*(?:\\([^)\\n]{0,30}\\)\\s*)?(?<colon>:[*_]{0,3})|(?<dash>[ \\t]+[\\-–—]{1,2}[ \\t]+)|[*_]{0,3}(?=[ \\t]*$))");
    private static final Pattern JOINT = Pattern.compile("\\s*(?:[/&,]|\\band\\b)\\s*");

    /** A heading where it stands, with whatever sets it apart. */
    record Heading(Section.Kind kind, int start, int end) {
    }

    private final Map<String, Section.Kind> exact = new HashMap<>();
    private final Map<Pattern, Section.Kind> patterns = new LinkedHashMap<>();

    private Headings() {
        for (List<String> fields : ReportData.lines("sections.txt")) {
            Section.Kind kind = Section.Kind.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
            for (String heading : ReportData.fields(fields.get(1), "|")) {
                if (heading.contains("*")) {
                    patterns.put(Pattern.compile("\\Q" + heading.replace("*", "\\E.*\\Q") + "\\E"), kind);
                } else {
                    exact.put(heading, kind);
                }
            }
        }
    }

    static Headings bundled() {
        return new Headings();
    }

    List<Heading> in(String text) {
        List<Heading> headings = new ArrayList<>();
        Matcher match = PLACE.matcher(text);
        while (match.find()) {
            kind(match, text).ifPresent(kind -> headings.add(new Heading(kind, match.start(), match.end())));
        }
        return headings;
    }

    private Optional<Section.Kind> kind(Matcher match, String text) {
        String written = match.group("h").strip();
        String heading = written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (match.group("colon") != null || match.group("close") != null && match.group("open") != null) {
            return known(heading);
        }
        boolean capital = Character.isUpperCase(written.codePointAt(0));
        boolean shouted = written.equals(written.toUpperCase(Locale.ROOT));
        boolean apart = shouted || capital && (match.group("dash") != null
                ? match.group("line") != null
                : match.group("line") != null && afterSentence(text, match.start()));
        return apart && match.group("close") == null ? Optional.ofNullable(exact.get(heading)) : Optional.empty();
    }

    /** A line of one word can be the rest of a sentence: a heading comes after a blank line or an end. */
    private static boolean afterSentence(String text, int at) {
        int end = at;
        int lines = 0;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
            lines += text.charAt(end) == '\n' ? 1 : 0;
        }
        return end == 0 || lines > 1 || ".:!?-=".indexOf(text.charAt(end - 1)) >= 0;
    }

    private Optional<Section.Kind> known(String heading) {
        Section.Kind kind = exact.get(heading);
        if (kind != null) {
            return Optional.of(kind);
        }
        String[] parts = JOINT.split(heading);
        List<Section.Kind> kinds = List.of(parts).stream().map(exact::get).filter(Objects::nonNull).toList();
        if (parts.length > 1 && kinds.size() == parts.length) {
            return kinds.stream().filter(Section.Kind::reportsFindings).findFirst()
                    .or(() -> kinds.stream().findFirst());
        }
        return patterns.entrySet().stream().filter(entry -> entry.getKey().matcher(heading).matches())
                .map(Map.Entry::getValue).findFirst();
    }
}
