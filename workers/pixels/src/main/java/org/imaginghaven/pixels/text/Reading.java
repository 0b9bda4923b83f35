package org.imaginghaven.pixels.text;

import java.util.Arrays;

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

    /** Letters of scripts that write with many: what grain reads as, when it reads as anything, but one at a time and unsure. */
    int ideographs() {
        return (int) text.codePoints().filter(c -> c >= 0x250 && Character.isLetter(c)).count();
    }

    /** Whether the letters are hardly more than one again and again, as rows of like shapes read. */
    boolean repeats() {
        int[] letters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        long most = Arrays.stream(letters).mapToLong(c -> Arrays.stream(letters).filter(d -> d == c).count()).max()
                .orElse(0);
        return letters.length >= 3 && most >= 0.75 * letters.length;
    }

    @Override
    public String toString() {
        return "Reading[" + text.length() + " characters, confidence " + confidence + "]";
    }
}
