package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.KnownIdentifiers;

/** A text cut into words once, for all detectors, with what is known of its patient. */
public final class Passage {

    /** A run of letters, with apostrophes and hyphens inside it; {@code 's} at the end is left off. */
    public record Word(int start, int end, String text) {

        public String lower() {
            return text.toLowerCase(Locale.ROOT);
        }

        public boolean capitalised() {
            return Character.isUpperCase(text.charAt(0)) || ARTICLED.matcher(text).matches();
        }

        public boolean allCapitals() {
            return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        }

        public boolean initial() {
            return text.length() == 1 && capitalised();
        }
    }

    /** "al-Masri", "d'Avila": the article in front is small. */
    private static final Pattern ARTICLED = Pattern
            .compile("(?:al|el|an|ar|as|ad|at|ul|d|l|t|dell|dall)[-'’]\\p{Lu}.*");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’\\-]\\p{L}[\\p{L}\\p{M}]*)*");

    private final String text;
    private final KnownIdentifiers known;
    private final boolean bothCases;
    private final boolean sparing;
    private final List<Word> words;

    public Passage(String text, KnownIdentifiers known) {
        this(text, known, true);
    }

    /** @param bothCases false when the text came in one case only, so that its capitals are guesses */
    Passage(String text, KnownIdentifiers known, boolean bothCases) {
        this.text = text;
        this.known = known;
        this.bothCases = bothCases;
        this.sparing = false;
        this.words = cut(text);
    }

    private Passage(Passage passage) {
        this.text = passage.text;
        this.known = passage.known;
        this.bothCases = passage.bothCases;
        this.sparing = true;
        this.words = passage.words;
    }

    /** The same, where the writer gives ordinary words no capital inside a sentence. */
    Passage withSparingCapitals() {
        return new Passage(this);
    }

    private static List<Word> cut(String text) {
        List<Word> words = new ArrayList<>();
        Matcher match = WORD.matcher(text);
        while (match.find()) {
            String word = match.group();
            String tail = word.length() > 2 ? word.substring(word.length() - 2) : "";
            if (tail.equalsIgnoreCase("'s") || tail.equalsIgnoreCase("’s")) {
                word = word.substring(0, word.length() - 2);
            }
            words.add(new Word(match.start(), match.start() + word.length(), word));
        }
        return List.copyOf(words);
    }

    public String text() {
        return text;
    }

    public KnownIdentifiers known() {
        return known;
    }

    /** Whether the writer chose where capitals stand. */
    boolean bothCases() {
        return bothCases;
    }

    /** Whether a capital inside a sentence says that a name is meant. */
    boolean sparing() {
        return sparing;
    }

    /** What follows a word, as far as is needed to see what it does. */
    String rest(int word) {
        int end = words.get(word).end();
        return text.substring(end, Math.min(text.length(), end + 48));
    }

    public List<Word> words() {
        return words;
    }

    /** What stands between a word and the next, or up to the end of the text. */
    public String after(int word) {
        int end = word + 1 < words.size() ? words.get(word + 1).start() : text.length();
        return text.substring(words.get(word).end(), end);
    }

    /** What stands between a word and the one before, or from the start of the text. */
    public String before(int word) {
        return text.substring(word > 0 ? words.get(word - 1).end() : 0, words.get(word).start());
    }

    /** Whether a word opens a sentence, a line or the text. */
    public boolean opensSentence(int word) {
        String gap = before(word);
        return word == 0 || gap.indexOf('\n') >= 0 || gap.matches("(?s).*[.!?:;•*]\\W*")
                || gap.matches("(?s).*\\d[.)]\\s*");
    }

    /** The index of the first word that starts at the offset or after it, or the number of words. */
    public int wordFrom(int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The rest of the line from an offset. */
    public String lineFrom(int offset) {
        int end = text.indexOf('\n', offset);
        return text.substring(offset, end < 0 ? text.length() : end);
    }
}
