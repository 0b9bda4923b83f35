package org.imaginghaven.gate.promote;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.jspecify.annotations.Nullable;

/**
 * The standard of each tag: a vocabulary where there is one, else the value itself when enough patients share it and no
 * detector objects. Dates become years, ages whole years up to ninety.
 */
final class ValueStandards {

    /** A value fewer patients share could be one of them. */
    static final int FEWEST_PATIENTS = 5;
    private static final int OLDEST = 90;
    private static final int EARLIEST_YEAR = 1895;
    private static final int LONGEST = 64;
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})([YMWD])");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{0,12}(\\.\\d{0,12})?([eE][-+]?\\d{1,3})?");

    private final Vocabulary bodyParts = Vocabulary.read("body-parts.txt");
    private final Vocabulary modalities = Vocabulary.read("modalities.txt");
    private final Vocabulary manufacturers = Vocabulary.read("manufacturers.txt");
    private final Supplier<TextDetectors> detectors;

    /** @param detectors with the rules that are in force when they are asked for */
    ValueStandards(Supplier<TextDetectors> detectors) {
        this.detectors = detectors;
    }

    ValueStandard of(String keyword) {
        return switch (keyword) {
            case "Modality" -> (raw, patients) -> modalities.exactly(raw);
            case "BodyPartExamined" -> (raw, patients) -> bodyParts.nearly(raw);
            case "Manufacturer" -> (raw, patients) -> {
                String known = manufacturers.beginningOf(raw);
                return known == null ? "OTHER" : known;
            };
            case "PatientSex" -> (raw, patients) -> sex(raw);
            case "PatientAge" -> (raw, patients) -> years(raw);
            default -> byRepresentation(keyword);
        };
    }

    private ValueStandard byRepresentation(String keyword) {
        Integer tag = Dictionary.tag(keyword);
        Vr vr = tag == null ? null : Dictionary.vr(tag);
        if (vr == Vr.DA || vr == Vr.DT) {
            return (raw, patients) -> year(raw);
        }
        if (vr == Vr.PN || vr == Vr.UI || vr == Vr.TM) {
            return (raw, patients) -> null;
        }
        boolean text = TagProfile.isFreeText(vr) || vr == Vr.CS || vr == Vr.AE;
        return text ? (raw, patients) -> sharedText(keyword, raw, patients) : (raw, patients) -> number(raw);
    }

    private @Nullable String sharedText(String keyword, String raw, long patients) {
        String value = raw.strip();
        boolean passes = patients >= FEWEST_PATIENTS && !value.isEmpty() && value.length() <= LONGEST
                && detectors.get().find(keyword, value, KnownIdentifiers.none()).isEmpty();
        return passes ? value : null;
    }

    private static @Nullable String number(String raw) {
        String value = raw.strip();
        return value.chars().anyMatch(Character::isDigit) && NUMBER.matcher(value).matches() ? value : null;
    }

    private static @Nullable String sex(String raw) {
        return switch (raw.strip().toUpperCase(Locale.ROOT)) {
            case "F", "FEMALE" -> "F";
            case "M", "MALE" -> "M";
            case "O", "OTHER" -> "O";
            default -> null;
        };
    }

    /** PS3.5 AS: {@code 075Y}, {@code 006M}, {@code 003W}, {@code 002D}; ninety stands for all older. */
    static @Nullable String years(String raw) {
        Matcher age = AGE.matcher(raw.strip().toUpperCase(Locale.ROOT));
        if (!age.matches()) {
            return null;
        }
        int count = Integer.parseInt(age.group(1));
        int years = switch (age.group(2)) {
            case "M" -> count / 12;
            case "W" -> count / 52;
            case "D" -> count / 365;
            default -> count;
        };
        return years > 130 ? null : Integer.toString(Math.min(years, OLDEST));
    }

    private static @Nullable String year(String raw) {
        String digits = raw.strip().replace(".", "").replace("-", "");
        try {
            LocalDate date = LocalDate.parse(digits.substring(0, Math.min(8, digits.length())),
                    DateTimeFormatter.BASIC_ISO_DATE);
            boolean possible = date.getYear() >= EARLIEST_YEAR && !date.isAfter(LocalDate.now().plusDays(1));
            return possible ? Integer.toString(date.getYear()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
