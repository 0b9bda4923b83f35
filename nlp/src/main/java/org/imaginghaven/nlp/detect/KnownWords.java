package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.detect.Passage.Word;

/**
 * The words of a text that are parts of names known from its record. A part that is an ordinary word too needs a sign that a
 * person is meant: another part beside it, what only people do behind it, or a capital where a word would have none.
 */
final class KnownWords {

    /** What may stand between two parts of one name, the end of a line among it. */
    private static final Pattern BETWEEN = Pattern
            .compile("[\\s.]{0,2}[,;:^_/|=\\\\–.-]{0,2}[ \\t]{0,4}\\R?[ \\t]{0,8}");
    private static final Set<String> MONTHS = Set.of("april", "may", "june", "august", "january");
    private static final Pattern DATED = Pattern.compile("(?s)^[ ,.'’/-]{1,3}\\d.*");
    private static final Pattern DATES = Pattern.compile(
            "(?is).*(?:\\d(?:st|nd|rd|th)?[ .,/-]{0,2}(?:of )?|\\b(?:in|since|of|from|last|next|until|till|by|early|late|mid|for|before|after|during|and|to)[ -])$");

    private final Passage passage;
    private final KnownNames known;
    private final Words words;
    private final List<String> typoTargets;
    private final Predicates predicates;

    KnownWords(Passage passage, KnownNames known, Words words) {
        this.passage = passage;
        this.known = known;
        this.words = words;
        this.predicates = new Predicates(words);
        this.typoTargets = known.typoTargets();
    }

    void find(FindingKind kind, List<Finding> found) {
        for (int i = 0; i < passage.words().size(); i++) {
            String rule = rule(i);
            if (!rule.isEmpty()) {
                found.add(new Finding(passage.words().get(particles(i)).start(), passage.words().get(i).end(), kind,
                        rule, rule.equals("known:name") ? 0.96 : 0.9));
            } else if (i + 1 < passage.words().size() && initialOf(i, i + 1)) {
                found.add(new Finding(passage.words().get(i).start(), passage.words().get(i + 1).end(), kind,
                        "known:name", 0.96));
            } else if (i > 0 && initialBehind(i)) {
                found.add(new Finding(passage.words().get(i - 1).start(), passage.words().get(i).end(), kind,
                        "known:name", 0.96));
            }
        }
    }

    /** The first of the particles of the known names that stand before a part, or the part. */
    private int particles(int i) {
        int first = i;
        while (first > 0 && passage.before(first).matches("[ '’-]{1,2}")
                && known.particles().contains(KnownNames.fold(passage.words().get(first - 1).text()))) {
            first--;
        }
        return first;
    }

    private String rule(int i) {
        Word word = passage.words().get(i);
        String folded = KnownNames.fold(word.text());
        if (known.parts().contains(folded)) {
            return beside(i, folded) || nameHere(i, folded) ? "known:name" : "";
        }
        for (String half : folded.split("[-']")) {
            if (half.length() > 2 && half.length() < folded.length() && known.parts().contains(half)
                    && nameHere(i, half)) {
                return "known:name";
            }
        }
        if (folded.length() < 3) {
            return "";
        }
        if (folded.length() > 5 && known.glued(folded) && !words.ordinary(folded)) {
            return "known:glued";
        }
        if (known.forms().contains(folded) && beside(i, folded)) {
            return "known:nickname";
        }
        if (known.nearly(folded) && !words.never(folded) && beside(i, folded)) {
            return "known:typo";
        }
        return alone(word, i, folded);
    }

    /** Nicknames, initials glued to a surname and typing errors, where no other part of the name stands beside them. */
    private String alone(Word word, int i, String folded) {
        if (!word.capitalised() && words.ordinary(folded)) {
            return "";
        }
        if (known.forms().contains(folded) && word.capitalised()
                && (!words.ordinary(folded) || !passage.opensSentence(i)) && !words.never(folded)) {
            return "known:nickname";
        }
        if (folded.length() > 4 && !words.ordinary(folded)
                && (known.parts().contains(folded.substring(1))
                        || known.parts().contains(folded.substring(0, folded.length() - 1)))) {
            return "known:glued";
        }
        if (word.text().matches("\\p{Lu}\\p{Lu}\\p{Ll}{2,}.*") && known.initials().contains(folded.substring(0, 1))
                && known.parts().contains(folded.substring(1))) {
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

    /** Whether another part of a name stands before a word or behind it, with nothing between but what separates names. */
    private boolean beside(int i, String folded) {
        int size = passage.words().size();
        return i > 0 && another(i - 1, i, folded) || i + 1 < size && another(i + 1, i, folded)
                || i > 1 && initialBetween(i - 2) && exact(i - 2, folded)
                || i + 2 < size && initialBetween(i) && exact(i + 2, folded);
    }

    private boolean exact(int i, String than) {
        String folded = KnownNames.fold(passage.words().get(i).text());
        return known.part(folded) && !folded.equals(than);
    }

    /** "Forename G. Surname": any initial between two parts. */
    private boolean initialBetween(int first) {
        return passage.words().get(first + 1).initial() && passage.after(first).equals(" ")
                && passage.after(first + 1).matches("\\.? ");
    }

    private boolean another(int beside, int i, String folded) {
        Word word = passage.words().get(i);
        Word other = passage.words().get(beside);
        String text = KnownNames.fold(other.text());
        boolean exact = known.part(text) && !text.equals(folded);
        boolean typo = !exact && known.part(folded) && known.nearly(text) && !words.never(text) && other.capitalised();
        if (!exact && !typo || !BETWEEN.matcher(passage.before(Math.max(beside, i))).matches()) {
            return false;
        }
        boolean small = !word.capitalised() && !other.capitalised() && passage.bothCases();
        return !small || !words.never(folded) && !words.never(text);
    }

    /** "P. Speed": an initial of the patient before the surname. */
    private boolean initialOf(int initial, int i) {
        Word word = passage.words().get(initial);
        return word.initial() && ours(word) && surname(i) && passage.before(i).matches("\\.? ?|_");
    }

    /** "Speed, P" and "Speed P": an initial behind it and nothing else that is part of a name. */
    private boolean initialBehind(int initial) {
        Word word = passage.words().get(initial);
        String after = passage.after(initial);
        boolean ends = after.isEmpty() || !after.startsWith("-") && !after.startsWith("'") && !after.matches("\\d.*");
        return word.initial() && ours(word) && ends && surname(initial - 1)
                && passage.before(initial).matches(",? |,|_");
    }

    private boolean ours(Word initial) {
        return known.initials().contains(KnownNames.fold(initial.text()));
    }

    private boolean surname(int i) {
        Word word = passage.words().get(i);
        String folded = KnownNames.fold(word.text());
        return word.capitalised() && known.parts().contains(folded) && !words.functionWord(folded);
    }

    /** A name part that is an ordinary word too is one only where it is written as a name. */
    private boolean nameHere(int i, String folded) {
        Word word = passage.words().get(i);
        if (!words.ordinary(folded)) {
            return folded.length() > 3 || word.capitalised();
        }
        boolean person = PersonActs.maybe(passage.rest(i)) || PersonActs.owned(passage.rest(i))
                || PersonActs.agent(passage.rest(i));
        if (!word.capitalised()) {
            return !passage.bothCases() && !words.never(folded)
                    && (PersonActs.surely(passage.rest(i)) || person && !words.used(folded));
        }
        if (MONTHS.contains(folded)) {
            return person || !DATED.matcher(passage.rest(i)).matches() && !dateBefore(word.start());
        }
        if (words.functionWord(folded) && !person && (passage.opensSentence(i) || word.allCapitals())) {
            return false;
        }
        if (person || i > 0 && neighbour(i - 1, i) || i + 1 < passage.words().size() && neighbour(i + 1, i + 1)) {
            return true;
        }
        boolean seldom = !words.used(folded) && !words.never(folded);
        if (word.allCapitals() && passage.bothCases() || passage.opensSentence(i)) {
            return seldom && !smallWordBehind(i)
                    || !words.never(folded)
                            && (predicates.subject(passage.rest(i)) || predicates.standsAlone(passage, i))
                    || !words.functionWord(folded) && predicates.toDo(passage.rest(i));
        }
        return !words.never(folded) || !words.functionWord(folded) && Capitals.inside(passage, i);
    }

    /** "Max diameter": an ordinary word and what it says something about. */
    private boolean smallWordBehind(int i) {
        return i + 1 < passage.words().size() && passage.after(i).equals(" ")
                && words.ordinary(passage.words().get(i + 1).lower());
    }

    private boolean dateBefore(int offset) {
        return DATES.matcher(passage.text().substring(Math.max(0, offset - 16), offset)).matches();
    }

    /** Whether the word beside is another part of a name: a capital, no ordinary word, with only a space or comma between. */
    private boolean neighbour(int beside, int gapBefore) {
        Word word = passage.words().get(beside);
        String gap = passage.before(gapBefore);
        String lower = word.text().toLowerCase(Locale.ROOT);
        boolean title = lower.matches("mr|mrs|ms|miss|dr|prof|master|mx");
        return gap.matches("\\.? ?|, ?|\\^") && word.capitalised()
                && (title || !words.ordinary(lower) && !words.eponym(lower) && !word.allCapitals()
                        || words.given(lower) && !words.never(lower)
                        || word.initial());
    }
}
