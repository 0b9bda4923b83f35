package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a report at its headings. */
public final class Sections {

    private static final Pattern HEADING = Pattern.compile(
            "(?m)(?:^|(?<=\\s{2})|(?<=[.!?] ))[ \\t]*(?:\\d{1,2}[.)]\\s*)?(?<h>\\p{L}[\\p{L} /\\-]{1,40}?)\\s*(?:\\([^)\\n]{0,30}\\)\\s*)?(?::|(?=[ \\t]*$))");

    private final Map<String, Section.Kind> headings = new HashMap<>();

    private Sections() {
        for (List<String> fields : ReportData.lines("sections.txt")) {
            Section.Kind kind = Section.Kind.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
            ReportData.fields(fields.get(1), "|").forEach(heading -> headings.put(heading, kind));
        }
    }

    /** With the headings that come with the project. */
    public static Sections standard() {
        return new Sections();
    }

    /** The parts of a report in order, from its first to its last character; a part before the first heading has no kind. */
    public List<Section> of(String text) {
        List<Section> sections = new ArrayList<>();
        int start = 0;
        Section.Kind kind = Section.Kind.NONE;
        Matcher match = HEADING.matcher(text);
        while (match.find()) {
            Section.Kind next = kind(match.group("h"));
            if (next != null && (match.group().endsWith(":")
                    || match.group("h").equals(match.group("h").toUpperCase(Locale.ROOT)))) {
                if (match.start() > start) {
                    sections.add(new Section(kind, start, match.start()));
                }
                start = match.start();
                kind = next;
            }
        }
        if (text.length() > start) {
            sections.add(new Section(kind, start, text.length()));
        }
        return List.copyOf(sections);
    }

    private Section.@org.jspecify.annotations.Nullable Kind kind(String heading) {
        return headings.get(heading.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }
}
