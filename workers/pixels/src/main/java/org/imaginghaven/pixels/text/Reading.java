package org.imaginghaven.pixels.text;

/**
 * What a reader made of a line. Holds what may be an identifier: it stays in memory and goes into no report.
 *
 * @param text
 *            the characters read, may be empty
 * @param confidence
 *            0 to 1
 */
public record Reading(String text, double confidence) {

    /** Letters (of any script that writes with few of them) and digits. */
    public int letters() {
        return (int) text.codePoints().filter(c -> c < 0x250 && Character.isLetterOrDigit(c)).count();
    }

    @Override
    public String toString() {
        return "Reading[" + text.length() + " characters, confidence " + confidence + "]";
    }
}
