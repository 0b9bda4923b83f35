package org.imaginghaven.nlp;

import java.util.Arrays;
import java.util.List;

/**
 * A text as the detectors read it: spaces that do not break, hyphens that do not break, characters of no width, full-width
 * letters and the digits of other scripts are written as their plain fellows, and where each stood is kept. Word processors and
 * copies from web pages put such characters into numbers and names.
 */
final class FoldedText {

    private static final int FULL_WIDTH = 0xfee0;

    private final String text;
    /** Where each character of the folded text stands in the text before; empty when nothing was left out. */
    private final int[] places;

    private FoldedText(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static FoldedText of(String text) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) == folded(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return new FoldedText(text, new int[0]);
        }
        StringBuilder out = new StringBuilder(text.length());
        int[] places = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!withoutWidth(c)) {
                places[out.length()] = i;
                out.append(folded(c));
            }
        }
        return new FoldedText(out.toString(), Arrays.copyOf(places, out.length()));
    }

    String text() {
        return text;
    }

    /** Findings in the folded text, as spans of the text before. */
    List<Finding> unfolded(List<Finding> found) {
        return places.length == 0
                ? found
                : found.stream().map(f -> new Finding(places[f.start()], places[f.end() - 1] + 1, f.kind(), f.rule(),
                        f.confidence())).toList();
    }

    private static boolean withoutWidth(char c) {
        return c > 0x7f && Character.getType(c) == Character.FORMAT;
    }

    private static char folded(char c) {
        if (c < 0x80) {
            return c < ' ' && !Character.isWhitespace(c) ? ' ' : c;
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT -> '\0';
            case Character.SPACE_SEPARATOR, Character.CONTROL -> ' ';
            case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
            default -> c >= '\uff01' && c <= '\uff5e'
                    ? (char) (c - FULL_WIDTH)
                    : c == '\u2010' || c == '\u2011' || c == '\u2212' ? '-' : c;
        };
    }
}
