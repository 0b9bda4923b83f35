package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomJson;
import org.imaginghaven.gate.KnownPatient;

/**
 * Looks for a patient's own identifiers in a finished file, whole words only: what the archive and the linked tables know
 * of the patient, which the file itself may never have said. Independent of the engine's own proof.
 */
final class IdentifierSearch {

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_NUMBER = 5;
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> phrases = new HashSet<>();

    IdentifierSearch(KnownPatient patient) {
        for (String name : patient.names()) {
            for (String part : NOT_WORD.split(normal(name))) {
                if (part.length() >= SHORTEST_NAME && part.chars().noneMatch(Character::isDigit)) {
                    phrases.add(part);
                }
            }
        }
        patient.ids().forEach(this::number);
        patient.dates().forEach(this::date);
        patient.contacts().forEach(contact -> {
            String phrase = phrase(contact);
            if (phrase.length() >= SHORTEST_NUMBER) {
                phrases.add(phrase);
            }
        });
    }

    private void number(String id) {
        String phrase = phrase(id);
        String joined = phrase.replace(" ", "");
        if (joined.length() >= SHORTEST_NUMBER) {
            phrases.add(phrase);
            phrases.add(joined);
        }
    }

    /** {@code yyyymmdd} in either separator and order. */
    private void date(String date) {
        String digits = date.replaceAll("\\D", "");
        if (digits.length() == 8 && date.matches("\\d{4}.*")) {
            String year = digits.substring(0, 4);
            String month = digits.substring(4, 6);
            String day = digits.substring(6);
            phrases.add(digits);
            phrases.add(year + " " + month + " " + day);
            phrases.add(day + " " + month + " " + year);
            phrases.add(day + month + year);
        }
    }

    /** Whether the header of the file holds any of them, at any depth. */
    boolean findsIn(Path file) throws IOException {
        try (DicomFile dicom = DicomFile.read(file)) {
            return findsIn(DicomJson.of(dicom.dataset()));
        }
    }

    boolean findsIn(String text) {
        String words = " " + phrase(text) + " ";
        return phrases.stream().anyMatch(phrase -> words.contains(" " + phrase + " "));
    }

    private static String phrase(String text) {
        return NOT_WORD.matcher(normal(text)).replaceAll(" ").strip();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toUpperCase(Locale.ROOT);
    }
}
