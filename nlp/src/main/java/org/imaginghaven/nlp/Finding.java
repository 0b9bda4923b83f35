package org.imaginghaven.nlp;

/**
 * One identifying span of a text. It never holds the text itself, so it may be logged and stored.
 *
 * @param start first character, in UTF-16 units of the text searched
 * @param end first character after the span
 * @param rule the rule, list or model version that found it, for example {@code name:title} or {@code model:person-2}
 * @param confidence from 0 to 1; 1 for the patient's own identifiers and for numbers whose check digit is right
 */
public record Finding(int start, int end, FindingKind kind, String rule, double confidence) {

    /** @throws IllegalArgumentException when the span is empty or the confidence is outside 0 to 1 */
    public Finding {
        if (start < 0 || end <= start || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end + ", confidence " + confidence);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean overlaps(Finding other) {
        return start < other.end && other.start < end;
    }

    /** The same finding, so many characters further on. */
    public Finding moved(int by) {
        return new Finding(start + by, end + by, kind, rule, confidence);
    }

    public Finding withKind(FindingKind other) {
        return new Finding(start, end, other, rule, confidence);
    }
}
