package org.imaginghaven.gate.promote;

/** What a value looks like without saying what it is: letters as A or a, digits as 9, at most three of a kind in a row. */
final class ValueShape {

    private static final int LONGEST = 60;
    private static final int LONGEST_RUN = 3;

    private ValueShape() {
    }

    static String of(String value) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        int run = 0;
        for (int i = 0; i < value.length() && shape.length() < LONGEST; i++) {
            char c = masked(value.charAt(i));
            run = c == last ? run + 1 : 1;
            last = c;
            if (run <= LONGEST_RUN) {
                shape.append(c);
            } else if (run == LONGEST_RUN + 1) {
                shape.append('+');
            }
        }
        return shape.toString();
    }

    private static char masked(char c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (Character.isUpperCase(c)) {
            return 'A';
        }
        if (Character.isLetter(c)) {
            return 'a';
        }
        return c > ' ' && c < 127 ? c : Character.isWhitespace(c) ? ' ' : '?';
    }
}
