package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.detect.Passage.Word;

/** What a capital inside a sentence tells, where the writer gives ordinary words none: that a name is meant. */
final class Capitals {

    private static final Pattern TITLE_CASE = Pattern
            .compile("(?:Mac|Mc|O['’]|D['’]|Fitz)?\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)*");
    private static final Pattern GAELIC = Pattern
            .compile("(?:(?:Ma?c|[OD]['’]|Abdu?l?-?|[AE]l-)\\p{Lu}\\p{Ll}{2,}|Fitz\\p{Ll}{3,})");
    /** Another capital, a number or a trade mark right behind makes it a part of something longer; a date does not. */
    private static final Pattern PART_OF_MORE = Pattern
            .compile("(?s)^(?:[-–®™]\\S| ?\\d(?!\\d?[./]\\d)| (?:\\p{Lu}\\p{Ll}|\\p{Lu}\\b)).*");
    /** As many capitals on ordinary words in a sentence say nothing of how the writer uses them. */
    private static final int STRAY = 1;
    /** One more for as many words in small letters. */
    private static final int SMALL_FOR_ONE_STRAY = 40;

    private Capitals() {
    }

    static boolean titleCase(Word word) {
        return TITLE_CASE.matcher(word.text()).matches();
    }

    /** "McAvoy", "O'Rourke": how only names are written. */
    static boolean gaelic(Word word) {
        return GAELIC.matcher(word.text()).matches();
    }

    /** Whether words that are no names have small letters inside the sentences of a text. */
    static boolean sparing(Passage passage, Words words) {
        List<Word> all = passage.words();
        int stray = 0;
        int small = 0;
        for (int i = 1; i < all.size(); i++) {
            String lower = all.get(i).lower();
            boolean word = words.ordinary(lower) && lower.length() > 2 && !words.name(lower)
                    && !words.likeSurname(lower) && !words.role(lower);
            if (word && passage.before(i).equals(" ") && !all.get(i - 1).capitalised()) {
                stray += titleCase(all.get(i)) ? 1 : 0;
                small += all.get(i).capitalised() ? 0 : 1;
            }
        }
        return stray <= STRAY + small / SMALL_FOR_ONE_STRAY;
    }

    /**
     * One word with a capital inside a sentence, a small word before it or one that only opens the sentence, and no more of a
     * name, a number or a mark behind it.
     */
    static boolean inside(Passage passage, int i) {
        if (!passage.sparing() || i == 0 || !titleCase(passage.words().get(i)) || passage.opensSentence(i)
                || !passage.before(i).matches(" \\(?")
                || PART_OF_MORE.matcher(passage.rest(i)).matches()) {
            return false;
        }
        return !passage.words().get(i - 1).capitalised() || passage.opensSentence(i - 1);
    }
}
