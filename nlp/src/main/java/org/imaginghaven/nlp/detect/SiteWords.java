package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that end the name of a site, from the lists kept beside the others, as parts of a pattern. */
final class SiteWords {

    /** As in a sentence: "Health Centre". */
    static final String WRITTEN;
    /** In a line of capitals: those that name a site there, and those that may head a report. */
    static final String CAPITALS;
    static final String OPEN_CAPITALS;
    /** A centre or a suite of some kind, as it follows the name of a site after a comma. */
    static final String PART;

    static {
        List<String> sure = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Words.lines("site-heads.txt", line -> {
            boolean may = line.charAt(0) == '~';
            (may ? open : sure).add(line.substring(may ? 1 : 0));
        });
        String kinds = anyOf(words("site-kinds.txt"), false);
        String groups = anyOf(words("site-groups.txt"), false);
        String centre = kinds + "(?:[ ]+(?:and[ ]+|&[ ]+)?" + kinds + "){0,2}[ ]+" + groups;
        List<String> all = new ArrayList<>(sure);
        all.addAll(open);
        WRITTEN = "(?:" + centre + "|" + anyOf(all, false) + ")(?![\\p{L}])";
        CAPITALS = "(?:" + capitals(centre) + "|" + anyOf(sure, true) + ")(?![\\p{L}])";
        OPEN_CAPITALS = "(?:" + anyOf(open, true) + ")(?![\\p{L}])";
        PART = "(?:(?:" + kinds
                + "[ ]+){0,3}(?:Suite|Campus|Wing|Building|Block|Tower|Pavilion|Branch|Site|Annexe?))(?![\\p{L}])";
    }

    private SiteWords() {
    }

    private static List<String> words(String file) {
        List<String> words = new ArrayList<>();
        Words.lines(file, line -> {
            for (String word : line.split("\\s+")) {
                words.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        });
        return words;
    }

    private static String anyOf(List<String> phrases, boolean capitals) {
        return "(?:"
                + String.join("|",
                        phrases.stream().distinct().sorted(Comparator.comparingInt(String::length).reversed())
                                .map(phrase -> quoted(capitals ? phrase.toUpperCase(Locale.ROOT) : phrase)).toList())
                + ")";
    }

    private static String quoted(String phrase) {
        return Pattern.quote(phrase).replace(" ", "\\E[ ]+\\Q").replace("'", "\\E['’]?\\Q");
    }

    /** A pattern of ours in capitals: what is quoted grows, what is not stays. */
    private static String capitals(String pattern) {
        StringBuilder capitals = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\' && i + 1 < pattern.length() && "QE".indexOf(pattern.charAt(i + 1)) >= 0) {
                quoted = pattern.charAt(i + 1) == 'Q';
                capitals.append(pattern, i, i + 2);
                i++;
            } else {
                char c = pattern.charAt(i);
                capitals.append(quoted ? Character.toUpperCase(c) : c);
            }
        }
        return capitals.toString().replace("and[ ]", "(?:and|AND)[ ]");
    }
}
