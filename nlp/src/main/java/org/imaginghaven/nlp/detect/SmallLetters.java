package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Gives back the capitals of a text that was typed or dictated without any, so that what tells a name in other texts tells it
 * here too. The length does not change, so offsets hold for the text as it came.
 */
final class SmallLetters {

    private static final int FEWEST_LETTERS = 20;
    private static final double MOST_CAPITALS = 0.01;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern SITE = Pattern
            .compile("(?:hospitals?|infirmary|hospice|surgery|clinic|practice|centre|center|road|street|avenue|crescent"
                    + "|terrace|lane|drive|gardens|grove)");
    private static final Set<String> TITLES = Set.of("dr", "drs", "doctor", "prof", "professor", "mr", "mrs", "ms",
            "miss", "master", "sister", "nurse", "matron", "sir", "dame");

    private SmallLetters() {
    }

    /** The text itself when it has capitals of its own, or is too short to tell. */
    static String restored(String text, Words words) {
        return isSmall(text) ? capitalised(text, words) : text;
    }

    private static boolean isSmall(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return letters >= FEWEST_LETTERS && capitals <= letters * MOST_CAPITALS;
    }

    private static String capitalised(String text, Words words) {
        List<MatchResult> all = WORD.matcher(text).results().toList();
        StringBuilder restored = new StringBuilder(text);
        boolean nameGoesOn = false;
        for (int i = 0; i < all.size(); i++) {
            String lower = all.get(i).group().toLowerCase(Locale.ROOT);
            boolean title = TITLES.contains(lower);
            if (title || nameGoesOn && !words.never(lower) || mayBeName(lower, words)) {
                raise(restored, all.get(i).start());
            }
            if (SITE.matcher(lower).matches()) {
                site(restored, all, i, words);
            }
            boolean forename = words.given(lower) && !words.ordinary(lower);
            nameGoesOn = title || nameGoesOn && (lower.length() == 1 || forename)
                    || forename && i + 1 < all.size() && words.likeSurname(all.get(i + 1).group());
        }
        return restored.toString();
    }

    /** "the royal inverness infirmary": the kind of place, its own name and what qualifies it. */
    private static void site(StringBuilder restored, List<MatchResult> all, int at, Words words) {
        if (at == 0 || words.genericSite(all.get(at - 1).group())) {
            return;
        }
        raise(restored, all.get(at).start());
        for (int i = at - 1; i >= 0 && (i == at - 1 || words.siteQualifier(all.get(i).group())); i--) {
            raise(restored, all.get(i).start());
        }
    }

    /** Names of the lists and words that are none; an initial only where a name follows, which the grammar asks for. */
    private static boolean mayBeName(String lower, Words words) {
        return !words.never(lower) && (lower.length() == 1 && !lower.equals("a") && !lower.equals("i")
                || lower.length() > 2 && !words.ordinary(lower) && !words.eponym(lower));
    }

    private static void raise(StringBuilder text, int at) {
        char capital = Character.toUpperCase(text.charAt(at));
        text.setCharAt(at, capital);
    }
}
