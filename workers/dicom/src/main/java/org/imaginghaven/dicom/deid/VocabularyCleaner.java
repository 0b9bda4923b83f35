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
            .compile("\\d{1,3}(\\.\\d{1,2})?(mm|cm|ms|s|t|ml|kv|kvp|mas|hz|mhz|min|sec|deg|%|x)?");
    private static final Pattern MATRIX = Pattern
            .compile("\\d{1,3}(\\.\\d)?x\\d{1,3}(\\.\\d)?(x\\d{1,3}(\\.\\d)?)?(mm)?");
    private static final Pattern MEASURE_PART = Pattern.compile("\\d{1,2}(mm|cm|s|t)?|[a-z]\\d{1,2}[a-z]?");

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

    @Override
    public String clean(String text, Place place, Set<String> known) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && isBreak(text.charAt(at))) {
                at++;
            }
            int end = at;
            while (end < text.length() && !isBreak(text.charAt(end))) {
                end++;
            }
            if (end > at && passes(text.substring(at, end), known)) {
                if (!kept.isEmpty()) {
                    kept.append(start == at ? "" : separator(text, start, at));
                }
                kept.append(text, at, end);
            }
            at = end;
        }
        return kept.toString();
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
        if (words.contains(low) || isMeasure(low)) {
            return true;
        }
        boolean any = false;
        for (String part : low.split("[-/+.&:|#%]")) {
            if (!part.isEmpty()) {
                if (known.contains(part) || !words.contains(part) && !isMeasureWord(part)) {
                    return false;
                }
                any = true;
            }
        }
        // 18-02-2012, 14:33, 1.2.3: numbers joined by signs may be dates and ids; T2-FLAIR and L/R are not
        return any && low.chars().filter(c -> c >= '0' && c <= '9').count() <= 3;
    }

    /** 5, 0.5, 5mm, 1.5t, 3x3: at most three digits before the point and two behind. */
    private static boolean isMeasure(String word) {
        char first = word.charAt(0);
        return first >= '0' && first <= '9' && (MEASURE.matcher(word).matches() || MATRIX.matcher(word).matches());
    }

    private static boolean isMeasureWord(String word) {
        return MEASURE_PART.matcher(word).matches();
    }
}
