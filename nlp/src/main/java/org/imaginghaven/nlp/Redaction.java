package org.imaginghaven.nlp;

import java.util.List;
import java.util.function.Function;

/**
 * A text with each finding replaced.
 *
 * @param text the text after replacement
 * @param findings what was replaced, in order, with offsets into the text before
 */
public record Redaction(String text, List<Finding> findings) {

    public Redaction {
        findings = List.copyOf(findings);
    }

    /** Replaces each finding by its kind in brackets, for example {@code [PATIENT_NAME]}. */
    public static Redaction of(String text, List<Finding> findings) {
        return of(text, findings, finding -> "[" + finding.kind() + "]");
    }

    /**
     * @param findings sorted by start, none overlapping another, as {@link TextDetectors#find} gives them
     * @throws IllegalArgumentException when they overlap or lie outside the text
     */
    public static Redaction of(String text, List<Finding> findings, Function<Finding, String> replacement) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (Finding finding : findings) {
            if (finding.start() < from || finding.end() > text.length()) {
                throw new IllegalArgumentException("findings overlap or leave the text at " + finding.start());
            }
            out.append(text, from, finding.start()).append(replacement.apply(finding));
            from = finding.end();
        }
        return new Redaction(out.append(text, from, text.length()).toString(), findings);
    }
}
