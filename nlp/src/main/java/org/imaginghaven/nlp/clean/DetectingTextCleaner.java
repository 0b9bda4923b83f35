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
 * Cleans free text for the DICOM engine with all detectors. In a narrative each finding is replaced by its kind in brackets. A label,
 * such as a series description, has too few words around a name to be sure, so there findings are taken out and, besides, every word
 * that is no word of the language or of radiology.
 */
public final class DetectingTextCleaner implements TextCleaner {

    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}]+|\\d+(?:[.,]\\d+)?|[^\\s\\p{L}\\d]+|\\s+");
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
            return Redaction.of(text, detectors.find(place.keyword(), text, identifiers)).text();
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
