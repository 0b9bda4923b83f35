package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.BIRTH_DATE;
import static org.imaginghaven.nlp.FindingKind.PATIENT_ID;
import static org.imaginghaven.nlp.FindingKind.PATIENT_NAME;
import static org.imaginghaven.nlp.FindingKind.RELATIVE_NAME;
import static org.imaginghaven.nlp.FindingKind.STAFF_NAME;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.detect.Passage.Word;

/** What the record around the text already names, in every form it takes. */
final class KnownDetector implements Detector {

    private final Words words;

    KnownDetector(Words words) {
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        KnownIdentifiers known = passage.known();
        if (known.isEmpty()) {
            return;
        }
        names(passage, known.staff(), STAFF_NAME, found);
        names(passage, known.relatives(), RELATIVE_NAME, found);
        names(passage, known.names(), PATIENT_NAME, found);
        known.ids().forEach(id -> identifier(passage, id, found));
        for (String date : known.dates()) {
            for (Pattern form : KnownDates.forms(date)) {
                all(passage, form, BIRTH_DATE, "known:date", found);
            }
        }
    }

    private void names(Passage passage, List<String> names, FindingKind kind, List<Finding> found) {
        KnownNames known = KnownNames.of(names, words);
        if (known.isEmpty()) {
            return;
        }
        List<String> typoTargets = known.typoTargets();
        for (int i = 0; i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            String rule = rule(passage, i, known, typoTargets);
            if (!rule.isEmpty()) {
                found.add(new Finding(word.start(), word.end(), kind, rule, rule.equals("known:name") ? 0.96 : 0.9));
            }
        }
        initials(passage, names, kind, found);
    }

    private String rule(Passage passage, int i, KnownNames known, List<String> typoTargets) {
        Word word = passage.words().get(i);
        String folded = KnownNames.fold(word.text());
        if (known.parts().contains(folded)) {
            return nameHere(passage, i, folded) ? "known:name" : "";
        }
        if (folded.indexOf('-') > 0 || folded.indexOf('\'') > 0) {
            for (String half : folded.split("[-']")) {
                if (half.length() > 2 && known.parts().contains(half) && nameHere(passage, i, half)) {
                    return "known:name";
                }
            }
        }
        if (!word.capitalised() && words.ordinary(folded) || folded.length() < 3) {
            return "";
        }
        if (known.forms().contains(folded) && word.capitalised()
                && (!words.ordinary(folded) || !passage.opensSentence(i))
                && !words.never(folded)) {
            return "known:nickname";
        }
        if (folded.length() > 3
                && (known.parts().contains(folded.substring(1))
                        || known.parts().contains(folded.substring(0, folded.length() - 1)))
                && !words.ordinary(folded) && folded.length() > 4) {
            return "known:glued";
        }
        if (folded.length() >= 4 && !words.ordinary(folded) && !words.eponym(folded)) {
            for (String part : typoTargets) {
                if (KnownNames.oneEdit(part, folded)) {
                    return "known:typo";
                }
            }
        }
        return "";
    }

    /** A name part that is an ordinary word too is one only where it is written as a name. */
    private boolean nameHere(Passage passage, int i, String folded) {
        Word word = passage.words().get(i);
        if (!words.ordinary(folded)) {
            return folded.length() > 3 || word.capitalised();
        }
        if (!word.capitalised() || words.functionWord(folded) && !NameConsistency.personFollows(passage, i)
                && (passage.opensSentence(i) || word.allCapitals())) {
            return false;
        }
        boolean neighbour = i > 0 && neighbour(passage, i - 1, i)
                || i + 1 < passage.words().size() && neighbour(passage, i + 1, i + 1);
        if (neighbour || NameConsistency.personFollows(passage, i)) {
            return true;
        }
        boolean shouting = word.allCapitals();
        return !shouting && !passage.opensSentence(i) && !words.never(folded);
    }

    /** Whether the word beside is another part of a name: a capital, no ordinary word, with only a space or comma between. */
    private boolean neighbour(Passage passage, int beside, int gapBefore) {
        Word word = passage.words().get(beside);
        String gap = passage.before(gapBefore);
        String lower = word.lower();
        boolean title = lower.matches("mr|mrs|ms|miss|dr|prof|master|mx");
        return gap.matches("\\.? ?|, ?|\\^") && word.capitalised()
                && (title || !words.ordinary(lower) && !word.allCapitals() || words.given(lower) && !words.never(lower)
                        || word.initial());
    }

    private static void initials(Passage passage, List<String> names, FindingKind kind, List<Finding> found) {
        for (String name : names) {
            String[] parts = name.replaceAll("(?i)\\b(?:mr|mrs|ms|miss|dr|prof|master)\\b\\.?", " ").strip()
                    .split("[\\s,^=]+");
            if (parts.length >= 2 && parts.length <= 4) {
                StringBuilder forward = new StringBuilder("(?<![\\p{L}.])");
                StringBuilder surnameLast = new StringBuilder("(?<![\\p{L}.])");
                for (int i = 0; i < parts.length; i++) {
                    forward.append(initial(parts[i]));
                    surnameLast.append(initial(parts[(i + 1) % parts.length]));
                }
                all(passage, Pattern.compile(forward.append("(?![\\p{L}])").toString()), kind, "known:initials", found);
                all(passage, Pattern.compile(surnameLast.append("(?![\\p{L}])").toString()), kind, "known:initials",
                        found);
            }
        }
    }

    private static String initial(String part) {
        return part.isEmpty() || !Character.isLetter(part.charAt(0))
                ? ""
                : Character.toUpperCase(part.charAt(0)) + "\\.[ ]?";
    }

    private static void identifier(Passage passage, String id, List<Finding> found) {
        String plain = id.replaceAll("[^\\p{L}\\d]", "");
        if (plain.length() < 4) {
            return;
        }
        StringBuilder pattern = new StringBuilder("(?i)(?<![\\p{L}\\d])");
        for (int i = 0; i < plain.length(); i++) {
            pattern.append(i > 0 ? "[ \\-./]{0,2}" : "").append(plain.charAt(i));
        }
        all(passage, Pattern.compile(pattern.append("(?![\\p{L}\\d])").toString()), PATIENT_ID, "known:id", found);
    }

    private static void all(Passage passage, Pattern pattern, FindingKind kind, String rule, List<Finding> found) {
        Matcher match = pattern.matcher(passage.text());
        while (match.find()) {
            if (match.end() > match.start()) {
                found.add(new Finding(match.start(), match.end(), kind, rule, 1.0));
            }
        }
    }
}
