package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.detect.Passage.Word;

/**
 * "Grace Rice", "Penny Waters": names made of two words of the language. Both carry a capital, the first is a forename too, the
 * second may be a surname; and the place says that a person is meant, as no heading, device or disease stands there.
 */
final class WordPairNames {

    private static final Pattern NOT_PERSON = Pattern.compile("^(?:[-–®™:]| ?\\d|['’]s? \\p{Lu}|[ ]\\p{Lu})");
    private static final Pattern GOES_ON = Pattern.compile("^,? [\\p{Ll}(]");
    private static final Pattern LONG_STOP = Pattern.compile("(?s)\\s*|[.,;)]?\\s*\\n.*");

    private final Words words;

    WordPairNames(Words words) {
        this.words = words;
    }

    void detect(Passage passage, List<Finding> found) {
        List<Word> all = passage.words();
        for (int i = 0; i + 1 < all.size(); i++) {
            int last = i + 2 < all.size() && all.get(i + 1).initial() && passage.after(i).equals(" ")
                    && passage.after(i + 1).matches("\\.? ") ? i + 2 : i + 1;
            if ((last == i + 2 || passage.after(i).equals(" "))
                    && (forename(all.get(i)) && surname(all.get(last)) && person(passage, i, last)
                            || acts(passage, i, last))) {
                FindingKind kind = NameKind.of(passage.text(), all.get(i).start(), all.get(last).end());
                found.add(new Finding(all.get(i).start(), all.get(last).end(), kind, "shape:words", 0.86));
            }
        }
    }

    /** Whatever the words, who does what only a person does, or is called somebody's daughter, is one. */
    private boolean acts(Passage passage, int first, int last) {
        Word one = passage.words().get(first);
        Word other = passage.words().get(last);
        boolean words = Capitals.titleCase(one) && Capitals.titleCase(other) && !this.words.never(one.lower())
                && !this.words.never(other.lower()) && !this.words.role(one.lower()) && !this.words.role(other.lower());
        return words && (NameKind.relativeBehind(passage.text(), other.end())
                || surname(other) && PersonActs.surely(passage.rest(last)));
    }

    private boolean forename(Word word) {
        return Capitals.titleCase(word) && words.given(word.lower())
                && (!words.never(word.lower()) || words.functionWord(word.lower()) && !word.lower().equals("has"));
    }

    private boolean surname(Word word) {
        String lower = word.lower();
        return Capitals.titleCase(word) && word.text().length() > 2
                && (!words.never(lower)
                        || words.ordinarySurname(lower) && !words.functionWord(lower))
                && !words.role(lower)
                && !NameGrammar.grade(word.text())
                && (words.surname(lower) || words.likeSurname(lower) || !words.used(lower) && words.ordinary(lower));
    }

    private boolean person(Passage passage, int first, int last) {
        String rest = passage.rest(last);
        if (words.never(passage.words().get(last).lower())) {
            return PersonActs.surely(rest) || PersonActs.says(rest)
                    || NameKind.relativeBehind(passage.text(), passage.words().get(last).end());
        }
        if (PersonActs.maybe(rest) || NameKind.relativeBehind(passage.text(), passage.words().get(last).end())) {
            return true;
        }
        boolean eponym = words.eponym(passage.words().get(last).lower())
                || words.eponym(passage.words().get(first).lower())
                || words.place(passage.words().get(first).lower());
        return !eponym && !EponymGuard.thing(rest) && !NOT_PERSON.matcher(rest).find()
                && (midSentence(passage, first) || wholeLine(passage, first, rest)
                        || GOES_ON.matcher(rest).find() && words.surname(passage.words().get(last).lower())
                                && passage.opensSentence(first));
    }

    /** A small word before it in the same sentence, which no title of a paper, a trial or a device has. */
    private static boolean midSentence(Passage passage, int first) {
        if (first == 0 || passage.opensSentence(first)) {
            return false;
        }
        Word before = passage.words().get(first - 1);
        return !before.capitalised() && !before.lower().matches("the|an?|this|that|each|every|per|using")
                && passage.before(first).matches("[ ,(]{1,2}");
    }

    /** Alone on its line, as under a letter or a report. */
    private static boolean wholeLine(Passage passage, int first, String rest) {
        return passage.before(first).contains("\n") && passage.before(first).matches("(?s).*\\n[ \\t]*")
                && LONG_STOP.matcher(rest).matches();
    }
}
