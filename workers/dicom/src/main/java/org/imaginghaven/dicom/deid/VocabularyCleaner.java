package org.imaginghaven.dicom.deid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps only words of a vocabulary of body parts, modalities, sequences, contrast, views and directions, and small numbers
 * with or without a unit. The file's own identifiers go whatever they are.
 */
public final class VocabularyCleaner implements TextCleaner {

    private static final VocabularyCleaner BUNDLED = new VocabularyCleaner();

    private static final Pattern MEASURE = Pattern
            .compile("\\d{1,3}(\\.\\d{1,3})?(mm|cm|ms|s|t|ml|kv|kvp|kev|mev|ma|mas|hz|mhz|mgy|min|sec|deg|sl|%|x)?"
                    + "|[1-4]\\d?00");
    private static final Pattern MATRIX = Pattern
            .compile("\\d{1,3}(\\.\\d{1,3})?x\\d{1,3}(\\.\\d{1,3})?(x\\d{1,3}(\\.\\d{1,3})?)?(mm)?");
    private static final Pattern MEASURE_PART = Pattern.compile("\\d{1,2}(mm|cm|s|t)?|[a-z]\\d{1,2}[a-z]?");
    /** Settings and reconstruction kernels as consoles write them: TE30, b1000, Br40d. */
    private static final Pattern SETTING = Pattern
            .compile("(te|tr|ti|b)\\d{1,4}|(fa|nex|nsa|etl|fov|kv|mas?|sl|st|thk|mb)\\d{1,3}"
                    + "|(br|bl|bf|bv|hr|hv|hc|hf|qr|ub|ur|sa|fc)\\d{2}[a-z]?");
    /**
     * What is no measure although its parts might pass for some: numbers in groups, dates with a month in words, postcodes
     * (the second half has none of C I K M O V), and ages of 90 and more, which are one band (45 CFR 164.514(b)(2)).
     */
    private static final Pattern NO_MEASURE = Pattern.compile(
            "(?<![\\d.x])\\d{1,5}([ \\-/.])\\d{2,5}(?:\\1\\d{2,5})+(?![\\d.x])"
                    + "|(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?[ .\\-/]{0,2}"
                    + "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[ .,\\-/]{0,2}\\d{2,4}(?!\\d)"
                    + "|\\b[a-z]{1,2}\\d[a-z\\d]? ?\\d(?!st\\b|nd\\b|rd\\b|th\\b)[abd-hjlnp-uw-z]{2}\\b"
                    + "|(?<!\\d)(?:9\\d|1[0-4]\\d) ?-?(?:y|yo|yrs?|years?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIKE_A_NAME = Pattern
            .compile("(?<![\\p{L}\\d])(\\p{Lu}\\p{Ll}{2,}|\\p{Lu}{4,}|\\p{Lo}+)(?![\\p{L}\\d])");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{7}");
    private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]]");

    private final Set<String> words = new HashSet<>(2048);

    private VocabularyCleaner() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(VocabularyCleaner.class.getResourceAsStream("vocabulary.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    words.addAll(java.util.Arrays.asList(line.split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the vocabulary that comes with the project. */
    public static VocabularyCleaner bundled() {
        return BUNDLED;
    }

    /** Whether the word (in lower case) is of the vocabulary. */
    public boolean knows(String word) {
        return words.contains(word);
    }

    /**
     * Whether a text is a machine's: no unknown word in it is written as names are, and no number is as long as an id. Of
     * three capitals it is taken to be a coil, a scheme or a view.
     */
    boolean isTechnical(String text) {
        return text.indexOf('^') < 0 && !LONG_NUMBER.matcher(text).find()
                && LIKE_A_NAME.matcher(text).results().allMatch(word -> knows(word.group().toLowerCase(Locale.ROOT)));
    }

    @Override
    public String clean(String original, Place place, Set<String> known) {
        String text = hasDigits(original) ? NO_MEASURE.matcher(original).replaceAll(" \uFFFC ") : original;
        StringBuilder kept = new StringBuilder(text.length());
        boolean whole = true;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            int end = wordEnd(text, at);
            at = wordStart(text, at);
            while (end > at && isSigns(text, at, end)) {
                at = wordStart(text, end);
                end = wordEnd(text, end);
            }
            boolean passes = end > at && passes(text.substring(at, end), known);
            if (whole && (passes || end == at)) {
                kept.append(text, start, end);
            } else if (passes) {
                kept.append(kept.isEmpty() ? "" : separator(text, start, at)).append(text, at, end);
            }
            // what stood between two words that stay, stays; what stood beside one that goes, goes
            whole = passes;
            at = end;
        }
        return balanced(kept);
    }

    private static int wordStart(String text, int from) {
        int at = from;
        while (at < text.length() && isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int from) {
        int at = wordStart(text, from);
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** A dash between words is as good as a space. */
    private static boolean isSigns(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("-/+.&:|#".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDigits(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return count > 1;
    }

    /** A bracket whose other half went with a word goes too. */
    private static String balanced(StringBuilder kept) {
        int open = 0;
        boolean crossed = false;
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            crossed |= open < 0;
        }
        return crossed || open != 0
                ? BRACKETS.matcher(kept).replaceAll(" ").replaceAll(" +", " ").strip()
                : kept.toString().strip();
    }

    private static boolean isBreak(char c) {
        return c <= ' ' || c == '_' || c == ',' || c == ';' || c == '(' || c == ')' || c == '[' || c == ']' || c == '*'
                || c == '<' || c == '>' || c == '^' || c == '=' || c == '"' || c == '\u00A0';
    }

    private static String separator(String text, int start, int end) {
        return text.substring(start, end).indexOf('_') >= 0 ? "_" : " ";
    }

    private boolean passes(String token, Set<String> known) {
        String low = token.toLowerCase(Locale.ROOT);
        if (known.contains(low)) {
            return false;
        }
        if (words.contains(low) || isMeasure(low) || SETTING.matcher(low).matches()) {
            return true;
        }
        boolean any = false;
        for (String part : low.split("[-/+.&:|#%]")) {
            if (!part.isEmpty()) {
                if (known.contains(part)
                        || !words.contains(part) && !isMeasureWord(part) && !isNumbered(part, known)) {
                    return false;
                }
                any = true;
            }
        }
        // 18-02-2012, 14:33, 1.2.3: numbers joined by signs may be dates and ids; T2-FLAIR and L/R are not
        return any && Guard.digits(low) <= 3;
    }

    /** 5, 0.5, 5mm, 1.5t, 3x3: at most three digits before the point and two behind. */
    private static boolean isMeasure(String word) {
        char first = word.charAt(0);
        return first >= '0' && first <= '9' && (MEASURE.matcher(word).matches() || MATRIX.matcher(word).matches());
    }

    /** HEAD2, 1CHEST: one of several. */
    private boolean isNumbered(String word, Set<String> known) {
        int start = 0;
        int end = word.length();
        while (start < end && word.charAt(start) >= '0' && word.charAt(start) <= '9') {
            start++;
        }
        while (end > start && word.charAt(end - 1) >= '0' && word.charAt(end - 1) <= '9') {
            end--;
        }
        String bare = word.substring(start, end);
        return bare.length() > 2 && word.length() - bare.length() <= 2 && words.contains(bare)
                && !known.contains(bare);
    }

    private static boolean isMeasureWord(String word) {
        return MEASURE_PART.matcher(word).matches() || SETTING.matcher(word).matches();
    }
}
