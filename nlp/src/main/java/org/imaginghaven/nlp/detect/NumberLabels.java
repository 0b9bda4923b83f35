package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words that announce a number, from a list kept beside the others, as parts of a pattern.
 *
 * @param sure labels behind which a number may stand at once
 * @param open ordinary words, labels only where "no", "number", "id", "#" or a colon follows
 */
record NumberLabels(String sure, String open) {

    static final NumberLabels PATIENT = read("patient-number-labels.txt");
    static final NumberLabels STAFF = read("staff-number-labels.txt");
    static final NumberLabels EXAMINATION = read("examination-number-labels.txt");

    private static final String WORD = "(?:no|nos|num|number|nr|nbr|id|ref|reference|code|folio)\\b\\.?";

    private static NumberLabels read(String file) {
        List<String> sure = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Words.lines(file, line -> {
            boolean ordinary = line.charAt(0) == '~';
            (ordinary ? open : sure).add(pattern(line.substring(ordinary ? 1 : 0)));
        });
        return new NumberLabels(anyOf(sure), anyOf(open));
    }

    private static String anyOf(List<String> patterns) {
        patterns.sort(Comparator.comparingInt(String::length).reversed());
        return "(?<![\\p{L}\\d])(?:" + String.join("|", patterns) + ")";
    }

    /** A short label, which is one of initials, may carry full stops: "U.R.", "M.R.N."; an apostrophe has two forms. */
    private static String pattern(String label) {
        StringBuilder pattern = new StringBuilder();
        boolean initials = label.matches("\\p{L}{2,4}");
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            pattern.append(c == ' ' ? "[\\s.]+" : c == '\'' ? "['’]" : Pattern.quote(Character.toString(c)));
            if (initials) {
                pattern.append("\\.?");
            }
        }
        return Character.isLetter(label.charAt(label.length() - 1)) ? pattern + "(?![\\p{L}\\d])" : pattern.toString();
    }

    /** A label and what may stand between it and its number. */
    String before() {
        return "(?i)(?:" + sure + "(?:\\s*" + WORD + ")*\\s*[:#=.(/\\-–]{0,3}\\s*|" + marked() + ")";
    }

    /** A label with a word or a mark that says that a number follows. */
    String marked() {
        return "(?i)(?:" + sure + "|" + open + ")(?:['’]s)?(?:(?:\\s*" + WORD
                + ")+\\s*[:#=.(/\\-–]{0,3}|\\s*[:#=]+)\\s*";
    }
}
