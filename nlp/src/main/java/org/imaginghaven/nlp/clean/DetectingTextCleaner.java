package org.imaginghaven.nlp.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.dicom.deid.TextCleaner;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.Redaction;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.detect.Words;

/**
 * Cleans free text for the DICOM engine with all detectors. In a narrative each finding is replaced by its kind in brackets, and so is
 * every word that is no word of the language or of radiology: a forename alone looks like any other word. A label, such as a series
 * description, has too few words around a name to be sure, so there both are taken out.
 */
public final class DetectingTextCleaner implements TextCleaner {

    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}]+|\\d+(?:[.,]\\d+)?|[^\\s\\p{L}\\d]+|\\s+");
    private static final Pattern NARRATIVE = Pattern.compile("\\[[A-Z_0-9]+]|[\\p{L}\\p{M}]+|[^\\p{L}\\[]+|\\[");
    private static final int ACRONYM = 4;
    private static final int NUMBER = 4;

    private final TextDetectors detectors;
    private final Words words;
    private final Set<String> vocabulary;

    /** @param detectors shared ones */
    public DetectingTextCleaner(TextDetectors detectors) {
        this.detectors = detectors;
        this.words = Words.load();
        this.vocabulary = Vocabulary.words();
    }

    @Override
    public String clean(String text, Place place, Set<String> known) {
        if (text.isBlank()) {
            return "";
        }
        KnownIdentifiers identifiers = identifiers(known);
        if (place.longText()) {
            return narrative(Redaction.of(text, detectors.find(place.keyword(), text, identifiers)).text());
        }
        String left = Redaction.of(text, detectors.find(place.keyword(), text, identifiers), finding -> " ").text();
        return wordsOnly(left).replaceAll("\\s+", " ").replaceAll("^[\\s,;:\\-_/]+|[\\s,;:\\-_/]+$", "").strip();
    }

    /** The engine knows identifiers as lower-case texts: those of letters alone are parts of names, the rest numbers, dates or places. */
    private static KnownIdentifiers identifiers(Set<String> known) {
        List<String> names = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String text : known) {
            (text.matches("[\\p{L}\\p{M}'’\\-]+") ? names : others).add(text);
        }
        return KnownIdentifiers.ofPatient(names, others, List.of());
    }

    /** What the detectors leave may still hold a name that nothing around it gives away: only known words stay. */
    private String narrative(String redacted) {
        StringBuilder kept = new StringBuilder(redacted.length());
        Matcher piece = NARRATIVE.matcher(redacted);
        while (piece.find()) {
            String part = piece.group();
            kept.append(!Character.isLetter(part.charAt(0)) || isPlain(part) ? part : "[REMOVED]");
        }
        return kept.toString();
    }

    private boolean isPlain(String word) {
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        if (vocabulary.contains(lower)) {
            return true;
        }
        boolean capital = Character.isUpperCase(word.charAt(0));
        return wordStays(word) && !(capital && words.given(lower));
    }

    private String wordsOnly(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            String part = piece.group();
            boolean keep = Character.isLetter(part.charAt(0))
                    ? wordStays(part)
                    : !Character.isDigit(part.charAt(0)) || part.length() <= NUMBER;
            kept.append(keep ? part : " ");
        }
        return kept.toString();
    }

    private boolean wordStays(String word) {
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        if (vocabulary.contains(lower) || words.ordinary(lower)) {
            return !words.given(lower) || vocabulary.contains(lower) || words.ordinary(lower);
        }
        return word.length() <= ACRONYM && !words.name(lower);
    }
}
