package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a given phrase in a text and says how the text stands to it. */
public record Targets(Assertions assertions) {

    /**
     * The standing of a phrase: where it is mentioned several times, of the mention in capitals if just one is, else the mention
     * that says most (present before uncertain before absent). Empty when the phrase is not in the text: not mentioned is not absent.
     */
    public Optional<Standing> assess(String text, String phrase) {
        List<int[]> mentions = mentions(text, phrase);
        List<int[]> capitals = mentions.stream().filter(span -> shouted(text.substring(span[0], span[1]))).toList();
        List<int[]> asked = capitals.size() == 1 && mentions.size() > 1 ? capitals : mentions;
        Standing most = null;
        for (int[] span : asked) {
            Standing standing = assertions.assess(text, span[0], span[1]);
            if (most == null || standing.assertion().outweighs(most.assertion())) {
                most = standing;
            }
        }
        return Optional.ofNullable(most);
    }

    private static boolean shouted(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Every place of a phrase, whatever its case, line breaks and endings. */
    static List<int[]> mentions(String text, String phrase) {
        String words = Pattern.compile("\\s+").splitAsStream(phrase.strip()).map(Pattern::quote)
                .reduce((one, two) -> one + "\\s+" + two)
                .orElse("");
        List<int[]> mentions = new ArrayList<>();
        if (words.isEmpty()) {
            return mentions;
        }
        Pattern whole = Pattern.compile("(?iu)(?<![\\p{L}\\d])" + words + "(?:e?s)?(?![\\p{L}\\d])");
        Matcher match = whole.matcher(text);
        while (match.find()) {
            mentions.add(new int[]{match.start(), match.end()});
        }
        if (mentions.isEmpty()) {
            Matcher part = Pattern.compile("(?iu)" + words).matcher(text);
            while (part.find()) {
                mentions.add(new int[]{part.start(), part.end()});
            }
        }
        return mentions;
    }
}
