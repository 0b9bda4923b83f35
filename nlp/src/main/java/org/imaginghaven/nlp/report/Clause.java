package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sentence cut into words and marks, with offsets into the whole text. */
record Clause(int start, int end, List<Token> tokens) {

    private static final Pattern BREAK = Pattern.compile(
            "(?<=[.!?])[\"')\\]]*\\s+(?=[\\p{Lu}\\d*\"(\\[])|(?<=\\p{Ll}{4}[.!?])\\s+(?=\\p{Ll})|\\n\\s*\\n|\\n\\s*(?=\\d{1,2}[.)]\\s|[-•*]\\s|\\p{Lu}[\\p{L} /]{2,40}:)|(?<=[?.:;])[ \\t]*\\n\\s*(?=\\p{Lu})|(?<=\\?[\\p{L} /#]{1,40})\\n\\s*(?=\\p{Lu})|\\s{2,}(?=\\p{Lu}[\\p{Lu} /]{3,40}:)|;\\s");
    private static final Pattern TOKEN = Pattern.compile(
            "\\([\\-−+]\\)|(?<![\\p{L}\\p{N}])[\\-−–+]ve\\b|[\\p{L}\\p{N}]+(?:['’/\\-\\u2010\\u2011][\\p{L}\\p{N}]+)*|\\S");
    private static final Pattern NOT = Pattern.compile("(?iu)(?<stem>\\p{L}+)n['’]t");

    /** A word in small letters or a mark. */
    record Token(int start, int end, String text) {
        boolean word() {
            return Character.isLetterOrDigit(text.charAt(0));
        }
    }

    /** The sentence that holds an offset. */
    static Clause around(String text, int offset) {
        int start = 0;
        int end = text.length();
        Matcher gap = BREAK.matcher(text);
        while (gap.find()) {
            if (gap.end() <= offset) {
                start = gap.end();
            } else if (gap.start() >= offset) {
                end = gap.start();
                break;
            }
        }
        return of(text, start, end);
    }

    /** Small letters; a minus or a plus that stands for a word is that word; of the dashes and quotes there is one of each. */
    private static String word(String text) {
        return switch (text) {
            case "(-)", "(−)", "-ve", "−ve", "–ve" -> "negative";
            case "(+)", "+ve" -> "positive";
            case "−", "–", "—" -> "-";
            case "ca" -> "can";
            default -> text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u2010', '-').replace('\u2011', '-');
        };
    }

    static Clause of(String text, int start, int end) {
        List<Token> tokens = new ArrayList<>();
        Matcher match = TOKEN.matcher(text).region(start, end);
        while (match.find()) {
            Matcher not = NOT.matcher(match.group());
            if (not.matches()) {
                int middle = match.start() + not.end("stem");
                tokens.add(new Token(match.start(), middle, word(not.group("stem"))));
                tokens.add(new Token(middle, match.end(), "not"));
            } else {
                tokens.add(new Token(match.start(), match.end(), word(match.group())));
            }
        }
        return new Clause(start, end, List.copyOf(tokens));
    }
}
