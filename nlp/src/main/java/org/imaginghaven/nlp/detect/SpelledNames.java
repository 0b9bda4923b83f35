package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/** Known names as a scanner or a typesetter leaves them: letter by letter, broken at the end of a line, digits for letters. */
final class SpelledNames {

    private static final Pattern SPACED = Pattern
            .compile("(?<![\\p{L}\\d])\\p{L}(?:[ .'’-]{1,3}\\p{L}(?![\\p{L}\\d])){2,}(?![\\p{L}\\d])");
    private static final Pattern BROKEN = Pattern.compile("(\\p{L}{2,})[-\u00AD][ \\t]*\\R?[ \\t]*(\\p{L}{2,})");
    private static final Pattern WITH_DIGITS = Pattern
            .compile("(?<![\\p{L}\\d])(?=\\p{L}*\\d)(?=\\d*\\p{L})[\\p{L}\\d]{4,}(?![\\p{L}\\d])");
    private static final int SHORTEST = 3;

    private SpelledNames() {
    }

    static void find(Passage passage, KnownNames known, FindingKind kind, List<Finding> found) {
        Matcher spaced = SPACED.matcher(passage.text());
        while (spaced.find()) {
            spaced(passage, spaced.start(), spaced.end(), known, kind, found);
        }
        Matcher broken = BROKEN.matcher(passage.text());
        int from = 0;
        while (broken.find(from)) {
            from = broken.start(2);
            if (known.parts().contains(KnownNames.fold(broken.group(1) + broken.group(2)))) {
                found.add(new Finding(broken.start(), broken.end(), kind, "known:broken", 0.9));
            }
        }
        Matcher digits = WITH_DIGITS.matcher(passage.text());
        while (digits.find()) {
            String letters = digits.group().replace('0', 'o').replace('5', 's').replace('8', 'b');
            if (known.parts().contains(KnownNames.fold(letters.replace('1', 'l')))
                    || known.parts().contains(KnownNames.fold(letters.replace('1', 'i')))) {
                found.add(new Finding(digits.start(), digits.end(), kind, "known:digits", 0.9));
            }
        }
    }

    /** A run of single letters: each part that stands in it whole. */
    private static void spaced(Passage passage, int start, int end, KnownNames known, FindingKind kind,
            List<Finding> found) {
        StringBuilder letters = new StringBuilder();
        int[] places = new int[end - start];
        for (int i = start; i < end; i++) {
            char c = passage.text().charAt(i);
            if (Character.isLetter(c)) {
                places[letters.length()] = i;
                letters.append(KnownNames.fold(Character.toString(c)));
            }
        }
        for (String part : known.parts()) {
            int at = part.length() < SHORTEST ? -1 : letters.indexOf(part);
            if (at >= 0) {
                found.add(new Finding(places[at], places[at + part.length() - 1] + 1, kind, "known:spelled", 0.9));
            }
        }
    }
}
