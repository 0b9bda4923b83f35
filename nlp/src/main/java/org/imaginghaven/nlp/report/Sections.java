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

    /** A first sentence that asks, in a report without a heading before it: "?fracture after a fall.", "Fever, query source." */
    private static final Pattern REQUEST = Pattern.compile(
            "(?i)\\A\\s*(?:(?:query|exclude|rule\\s+out|r/o|evaluate|assess)\\b|(?:(?!\\b(?:is|are|was|were|there|shows?|seen)\\b)[^.\\n?:])*\\?)[^.\\n]*(?:\\.|\\n|\\z)");

    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{3,}\\.(?=\\s+\\p{Lu})|\\d{4}\\.(?=\\s+\\p{Lu})");

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
                if (start == 0 && kind == Section.Kind.NONE) {
                    start = request(text, match.start(), sections);
                }
                if (match.start() > start) {
                    sections.add(new Section(kind, start, match.start()));
                }
                start = match.start();
                kind = next;
            }
        }
        if (text.length() > start && start == 0 && kind == Section.Kind.NONE) {
            start = request(text, text.length(), sections);
        }
        int body = kind == Section.Kind.NONE ? start : body(text, kind, start);
        if (body > start) {
            sections.add(new Section(kind, start, body));
            kind = Section.Kind.NONE;
        }
        if (text.length() > body) {
            sections.add(new Section(kind, body, text.length()));
        }
        return List.copyOf(sections);
    }

    /**
     * Where a last part that asks or compares gives way to the report itself, which has no heading of its own: after its first line,
     * or, of a comparison, after its first sentence. The start of the part when it reports or nothing comes after.
     */
    private static int body(String text, Section.Kind kind, int start) {
        if (kind != Section.Kind.INDICATION && kind != Section.Kind.COMPARISON) {
            return start;
        }
        int line = text.indexOf('\n', text.indexOf(':', start) + 2);
        int end = line < 0 ? text.length() : line;
        Matcher sentence = SENTENCE.matcher(text).region(start, end);
        if (kind == Section.Kind.COMPARISON && sentence.find()) {
            end = sentence.end();
        }
        return text.substring(end).isBlank() ? start : end;
    }

    /** Adds the request that a text begins with, if it does, and answers where it ends. */
    private static int request(String text, int limit, List<Section> sections) {
        Matcher request = REQUEST.matcher(text).region(0, limit);
        if (!request.lookingAt()) {
            return 0;
        }
        sections.add(new Section(Section.Kind.INDICATION, 0, request.end()));
        return request.end();
    }

    private Section.@org.jspecify.annotations.Nullable Kind kind(String heading) {
        return headings.get(heading.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }
}
