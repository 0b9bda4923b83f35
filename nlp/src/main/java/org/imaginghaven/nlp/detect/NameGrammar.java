package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.detect.Passage.Word;
import org.jspecify.annotations.Nullable;

/** How far a name reaches: forenames, initials, particles, double surnames, {@code SURNAME, Forename}. */
final class NameGrammar {

    private static final Set<String> PARTICLES = Set.of("van", "von", "de", "der", "den", "del", "della", "da", "di",
            "du", "la", "le",
            "el", "al", "bin", "ibn", "ben", "ter", "ten", "dos", "das", "af", "av", "zu", "mac", "mc", "o", "st", "y",
            "nic", "ni", "ap");
    private static final Pattern ABSTRACT = Pattern.compile(
            ".*(?:ness|ity|ion|ing|ed|ly|ous|al|ic|ive|ment|ism|osis|itis|oma|emia|gram|graphy|scopy|ectomy|pathy|scale|ble|ful|less|ence|ance)");
    private static final int LONGEST = 5;

    /** How sure the surroundings are that a name stands here. */
    enum Surroundings {
        /** A field of a form or a title: an ordinary word is a name here. */
        CERTAIN,
        /** A phrase before it: an ordinary word is a name only when it is a surname too. */
        LIKELY
    }

    /** The words of a name, first and last included, by index. */
    record Reach(int first, int last) {
    }

    private final Words words;

    NameGrammar(Words words) {
        this.words = words;
    }

    /** The name that begins at a word, or null when none does. */
    @Nullable
    Reach read(Passage passage, int first, Surroundings surroundings) {
        List<Word> all = passage.words();
        int last = -1;
        boolean proper = false;
        for (int i = first; i < all.size() && i < first + LONGEST; i++) {
            Word word = all.get(i);
            if (i > first && !joined(passage, i, all.get(i - 1))) {
                break;
            }
            if (word.initial() && !loneInitial(passage, i)) {
                last = i;
            } else if (particle(passage, i)) {
                continue;
            } else if (properWord(word, surroundings, proper, passage, i)) {
                last = i;
                proper = true;
            } else {
                break;
            }
        }
        if (!proper) {
            return null;
        }
        int tail = commaForename(passage, first, last);
        return new Reach(first, tail);
    }

    /** Whether nothing but a space, a dot after an initial or a hyphen stands between a word and the one before it. */
    private static boolean joined(Passage passage, int word, Word before) {
        String gap = passage.before(word);
        return gap.equals(" ") || gap.equals("  ")
                || before.text().length() == 1 && (gap.equals(". ") || gap.equals("."))
                || before.lower().equals("st") && gap.equals(". ");
    }

    private boolean particle(Passage passage, int i) {
        List<Word> all = passage.words();
        if (!PARTICLES.contains(all.get(i).lower()) || i + 1 >= all.size() || !passage.after(i).equals(" ")) {
            return false;
        }
        Word next = all.get(i + 1);
        return next.capitalised() && next.text().length() > 2
                || PARTICLES.contains(next.lower()) && i + 2 < all.size() && all.get(i + 2).capitalised()
                        && passage.after(i + 1).equals(" ");
    }

    /** "A" before a small word is an article, "T" before a number a magnet. */
    private static boolean loneInitial(Passage passage, int i) {
        List<Word> all = passage.words();
        return i + 1 >= all.size() || !all.get(i + 1).capitalised() || !passage.after(i).matches("\\.? ?");
    }

    private boolean properWord(Word word, Surroundings surroundings, boolean already, Passage passage, int i) {
        String lower = word.lower();
        if (!word.capitalised() || word.text().length() < 2) {
            return false;
        }
        if (words.never(lower) && !words.given(lower)) {
            return words.ordinarySurname(lower)
                    && (surroundings == Surroundings.CERTAIN && !already
                            || forenameBefore(passage, i) && !article(passage, i));
        }
        if (words.functionWord(lower) && !monthName(lower)) {
            return false;
        }
        if (word.allCapitals() && already && i > 0 && !passage.words().get(i - 1).allCapitals()
                && !passage.words().get(i - 1).initial() && !words.name(lower)) {
            return false;
        }
        if (!words.ordinary(lower) || words.name(lower)) {
            return !(already && words.eponym(lower) && numberFollows(passage, i));
        }
        return surroundings == Surroundings.CERTAIN && !already || words.likeSurname(lower)
                || forenameBefore(passage, i) && !words.used(lower) && !ABSTRACT.matcher(lower).matches();
    }

    /** "A Field" opens more sentences than it signs. */
    private static boolean article(Passage passage, int i) {
        return passage.words().get(i - 1).text().equals("A") && passage.opensSentence(i - 1);
    }

    /** An initial or a forename of the lists right before a word makes it a surname. */
    private boolean forenameBefore(Passage passage, int i) {
        if (i == 0 || !passage.before(i).matches("\\.? ")) {
            return false;
        }
        Word before = passage.words().get(i - 1);
        return before.initial()
                || words.given(before.lower()) && !words.ordinary(before.lower()) && before.capitalised();
    }

    private static boolean numberFollows(Passage passage, int i) {
        return passage.after(i).matches("(?s) (?:\\d.*|score.*|grade.*)");
    }

    private static boolean monthName(String lower) {
        return lower.equals("may") || lower.equals("april") || lower.equals("june") || lower.equals("august");
    }

    /** "SURNAME, Forename" or "Surname, Forename M": how far the forenames after a comma reach. */
    private int commaForename(Passage passage, int first, int last) {
        List<Word> all = passage.words();
        int next = last + 1;
        if (next >= all.size() || !passage.after(last).equals(", ") && !passage.after(last).equals(",")
                && !passage.after(last).equals(" , ") || last - first > 1) {
            return last;
        }
        Word forename = all.get(next);
        boolean surnameFirst = all.get(last).allCapitals() || words.given(forename.lower())
                && !words.ordinary(forename.lower()) && !words.given(all.get(last).lower());
        if (!forename.capitalised() || !surnameFirst || words.never(forename.lower())
                || words.ordinary(forename.lower()) && !words.name(forename.lower())) {
            return last;
        }
        int tail = next;
        while (tail + 1 < all.size() && passage.after(tail).matches(" ") && all.get(tail + 1).capitalised()
                && (all.get(tail + 1).initial() || words.given(all.get(tail + 1).lower())) && tail < next + 2) {
            tail++;
        }
        return tail;
    }
}
