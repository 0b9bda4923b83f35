package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a report at its headings. */
public final class Sections {

    /** A first sentence that asks, in a report without a heading before it: "?fracture after a fall.", "Fever, query source." */
    private static final Pattern REQUEST = Pattern.compile(
            "(?i)\\A\\s*(?:(?:query|exclude|rule\\s+out|r/o|evaluate|assess)\\b|(?:(?!\\b(?:is|are|was|were|there|shows?|seen)\\b)[^.\\n?:])*\\?)[^.\\n]*(?:\\.|\\n|\\z)");

    /**
     * A name of an examination and what the referrer wrote, to the question they end with, before a report without headings: "CT head.
     * Fall, vomiting. ?bleed".
     */
    private static final Pattern TITLED = Pattern.compile(
            "(?i)\\A\\s*(?=[^.\\n]{0,60}\\b(?:x-?rays?|xr|cxr|axr|ct|cta|ctpa|mri?|us|uss|ultrasound|doppler|dexa|pet|mammogram|radiograph|film|scan|views?)\\b)(?:(?!\\b(?:is|are|was|were|has|have|there|shows?|seen|no|normal)\\b)[^:?]){0,160}[.\\n]\\s*(?:(?!\\b(?:is|are|was|were|has|have|there|shows?|seen|no|normal)\\b)[^.\\n?:]){0,80}\\?[^.\\n]*(?:\\.|\\n|\\z)");
    /** A line that goes on asking. */
    private static final Pattern ASKS = Pattern.compile(
            "(?i)\\s*(?:(?:\\?|query\\b|exclude\\b|rule\\s+out\\b|r/o\\b)[^\\n]*|[^\\n.]*\\?[ \\t]*)(?=\\n|\\z)");
    /** The first sentence that reports, on the line of an indication. */
    private static final Pattern REPORTS = Pattern.compile(
            "(?<=[.?] )(?=(?:There (?:is|are)|No |The [\\p{L} ]{2,40}(?:is|are)|(?:A|An) [\\p{L}\\d. -]{2,60} (?:is|are) (?:seen|noted|present|demonstrated))\\b)");

    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{3,}\\.(?=\\s+\\p{Lu})|\\d{4}\\.(?=\\s+\\p{Lu})");

    private final Headings headings = Headings.bundled();

    private Sections() {
    }

    /** With the headings that come with the project. */
    public static Sections standard() {
        return new Sections();
    }

    /** The parts of a report in order, from its first to its last character; a part before the first heading has no kind. */
    public List<Section> of(String text) {
        List<Section> sections = new ArrayList<>();
        int start = 0;
        int content = 0;
        Section.Kind kind = Section.Kind.NONE;
        for (Headings.Heading heading : headings.in(text)) {
            if (start == 0 && kind == Section.Kind.NONE) {
                start = request(text, heading.start(), sections);
            }
            if (heading.start() > start) {
                sections.add(new Section(kind, start, heading.start()));
            }
            start = heading.start();
            content = heading.end();
            kind = heading.kind();
        }
        if (text.length() > start && start == 0 && kind == Section.Kind.NONE) {
            start = request(text, text.length(), sections);
        }
        int body = kind == Section.Kind.NONE ? start : body(text, kind, start, content);
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
     * Where a last part that asks or compares gives way to the report itself, which has no heading of its own: after its first line
     * and those that go on asking, before a first sentence that reports, or, of a comparison, after its first sentence. The start of
     * the part when it reports or nothing comes after.
     */
    private static int body(String text, Section.Kind kind, int start, int content) {
        if (kind != Section.Kind.INDICATION && kind != Section.Kind.COMPARISON) {
            return start;
        }
        int from = content;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int line = text.indexOf('\n', from);
        int end = line < 0 ? text.length() : line;
        Matcher asks = ASKS.matcher(text);
        while (kind == Section.Kind.INDICATION && end < text.length() && asks.region(end, text.length()).lookingAt()
                && asks.end() > end) {
            end = asks.end();
        }
        Matcher turn = (kind == Section.Kind.COMPARISON ? SENTENCE : REPORTS).matcher(text).region(from, end)
                .useTransparentBounds(true);
        if (turn.find()) {
            end = turn.end();
        }
        return text.substring(end).isBlank() ? start : end;
    }

    /** Adds the request that a text begins with, if it does, and answers where it ends. */
    private static int request(String text, int limit, List<Section> sections) {
        Matcher request = REQUEST.matcher(text).region(0, limit);
        if (!request.lookingAt() && !request.usePattern(TITLED).region(0, limit).lookingAt()) {
            return 0;
        }
        sections.add(new Section(Section.Kind.INDICATION, 0, request.end()));
        return request.end();
    }
}
