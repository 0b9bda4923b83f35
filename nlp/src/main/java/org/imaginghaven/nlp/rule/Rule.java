package org.imaginghaven.nlp.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/**
 * One decision about text.
 *
 * @param columns DICOM keywords or column names it is for; empty for all
 * @param kinds kinds of finding it is for; empty for all
 * @param value what the finding (allow: the whole value; report: a part of it) must look like
 * @param before what must stand right before the finding
 * @param after what must stand right after it
 * @param reported the kind a report rule gives to what it finds
 * @param must examples it must match; the span in double brackets is the finding
 * @param mustNot examples it must not match
 */
public record Rule(String name, Action action, String author, String reason, Set<String> columns,
        Set<FindingKind> kinds,
        Optional<Pattern> value, Optional<Pattern> before, Optional<Pattern> after, Optional<FindingKind> reported,
        List<Example> must, List<Example> mustNot) {

    /** What a rule does with what it matches. */
    public enum Action {
        /** The whole value is known to be clean: nothing in it is a finding, unless it holds the patient's own identifiers. */
        ALLOW,
        /** What matches is a finding that no detector made. */
        REPORT,
        /** The finding is none. */
        IGNORE
    }

    /** A text of a column with the span in question in double brackets, for example {@code No [[Baker]]'s cyst}. */
    public record Example(String column, String text) {

        String plain() {
            return text.replace("[[", "").replace("]]", "");
        }

        int start() {
            return Math.max(0, text.indexOf("[["));
        }

        int end() {
            int end = text.indexOf("]]");
            return end < 0 ? plain().length() : end - 2;
        }
    }

    public Rule {
        columns = Set.copyOf(columns);
        kinds = Set.copyOf(kinds);
        must = List.copyOf(must);
        mustNot = List.copyOf(mustNot);
    }

    /** Whether the rule says something about a finding in a text. */
    boolean matches(String column, String text, Finding finding) {
        return forColumn(column) && (kinds.isEmpty() || kinds.contains(finding.kind()))
                && span(text, finding.start(), finding.end());
    }

    boolean forColumn(String column) {
        return columns.isEmpty() || columns.contains(column);
    }

    /** Whether the words of a span and around it are those of the rule. */
    boolean span(String text, int start, int end) {
        boolean whole = action == Action.ALLOW;
        String asked = whole ? text.strip() : text.substring(start, end);
        return value.map(pattern -> pattern.matcher(asked).matches()).orElse(true)
                && before.map(pattern -> pattern.matcher(text.substring(Math.max(0, start - 60), start)).find())
                        .orElse(true)
                && after.map(
                        pattern -> pattern.matcher(text.substring(end, Math.min(text.length(), end + 60))).lookingAt())
                        .orElse(true);
    }
}
