package org.imaginghaven.dicom.deid;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TagSet;
import org.imaginghaven.dicom.Vr;

/**
 * What a file says about its people: names of patient and staff in parts, numbers, birth date in several orders, phones,
 * addresses, places, accession numbers; from every level of the data set. Compared in lower case.
 */
public final class KnownIdentifiers {

    private static final Pattern NAME_BREAK = Pattern.compile("[\\^=\\s,;.()/\"]+");
    private static final Pattern HALF = Pattern.compile("[-'\u2019\u02BC\u2010\u2011]");
    private static final Pattern DIGITS = Pattern.compile("\\d{7,}");
    private static final String LETTERS = "\u0142l\u00f8o\u0111d\u00f0d\u0131i\u0127h\u0167t";
    private static final Pattern SIGNS = Pattern.compile("[\\s\\-/.]");
    private static final Pattern PART_BREAK = Pattern.compile("[,;\\r\\n]+");
    private static final Pattern WORD_BREAK = Pattern.compile("[\\s,;.^]+");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december");
    private static final Set<String> NO_NAMES = Set.of("dr", "mr", "mrs", "ms", "miss", "prof", "professor", "sir",
            "md",
            "phd", "anonymous", "anonymized", "anonymised", "unknown", "none", "null", "patient", "name", "test",
            "doctor",
            "physician", "radiographer", "technologist", "operator", "admin", "user", "deidentified", "removed",
            "other",
            "hospital", "infirmary", "clinic", "centre", "center", "unit", "dept", "ward", "suite", "room",
            "university", "medical", "health", "department",
            "radiology", "institute", "general", "royal", "imaging", "the", "and", "of");
    private static final TagSet NUMBERS = TagSet.of("PatientID", "OtherPatientIDs", "AccessionNumber", "AdmissionID",
            "PatientTelephoneNumbers", "ReferringPhysicianTelephoneNumbers", "MilitaryRank", "MedicalRecordLocator",
            "PersonTelephoneNumbers", "InsurancePlanIdentification", "ServiceEpisodeID",
            "FillerOrderNumberImagingServiceRequest", "PlacerOrderNumberImagingServiceRequest");
    private static final TagSet PLACES = TagSet.of("PatientAddress", "InstitutionName", "InstitutionAddress",
            "ReferringPhysicianAddress", "InstitutionalDepartmentName", "PersonAddress", "CurrentPatientLocation",
            "PatientInstitutionResidence", "StationName", "IssuerOfPatientID");

    private final Set<String> texts = new LinkedHashSet<>();

    private KnownIdentifiers() {
    }

    public static KnownIdentifiers of(Dataset dataset) {
        KnownIdentifiers known = new KnownIdentifiers();
        known.takeAll(dataset);
        return known;
    }

    private void takeAll(Dataset dataset) {
        for (Element element : dataset) {
            if (element instanceof Element.Items sequence) {
                for (Dataset item : sequence.items()) {
                    takeAll(item);
                }
            } else if (element instanceof Element.Value value && names(value)) {
                take(dataset, value);
            }
        }
    }

    /** Whether identifiers are taken from the element. */
    private static boolean names(Element.Value value) {
        int tag = value.tag();
        return value.length() > 0 && (value.vr() == Vr.PN || value.vr() == Vr.UN && Dictionary.vr(tag) == Vr.PN
                || tag == Tag.PATIENT_BIRTH_DATE || NUMBERS.has(tag) || PLACES.has(tag));
    }

    /** All that identifiers are taken from, and what it is decoded with: where this is equal, they are. */
    static byte[] source(Dataset dataset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        source(dataset, bytes);
        return bytes.toByteArray();
    }

    private static void source(Dataset dataset, ByteArrayOutputStream bytes) {
        for (int i = 0; i < dataset.size(); i++) {
            Element element = dataset.at(i);
            if (element instanceof Element.Items sequence) {
                for (Dataset item : sequence.items()) {
                    source(item, bytes);
                }
            } else if (element instanceof Element.Value value
                    && (value.tag() == Tag.SPECIFIC_CHARACTER_SET || names(value))) {
                int length = value.length();
                for (int word : new int[]{value.tag(), length}) {
                    bytes.write(word >> 24);
                    bytes.write(word >> 16);
                    bytes.write(word >> 8);
                    bytes.write(word);
                }
                bytes.write(value.array(), value.offset(), length);
            }
        }
    }

    private void take(Dataset dataset, Element.Value value) {
        int tag = value.tag();
        for (String one : dataset.strings(value)) {
            if (NUMBERS.has(tag)) {
                number(one);
            } else if (PLACES.has(tag)) {
                place(one);
            } else if (tag == Tag.PATIENT_BIRTH_DATE) {
                birthDate(one);
            } else {
                name(one);
            }
        }
    }

    private void name(String name) {
        for (String part : NAME_BREAK.split(name)) {
            String text = part.toLowerCase(Locale.ROOT);
            if (text.length() >= 2 && !NO_NAMES.contains(text) && text.chars().anyMatch(Character::isLetter)) {
                texts.add(text);
                withoutAccents(text);
                halves(text);
            }
        }
    }

    /** The parts of a double name, and the name as systems write it that allow letters alone. */
    private void halves(String text) {
        String[] halves = HALF.split(text);
        if (halves.length < 2) {
            return;
        }
        texts.add(String.join("", halves));
        for (String half : halves) {
            if (half.length() >= 3 && !NO_NAMES.contains(half)) {
                texts.add(half);
            }
        }
    }

    /** As people write a name on a keyboard that lacks its letters. */
    private void withoutAccents(String text) {
        StringBuilder letters = new StringBuilder(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll(""));
        for (int i = 0; i < letters.length(); i++) {
            // these have no base letter and mark of their own in Unicode
            int pair = LETTERS.indexOf(letters.charAt(i));
            if (pair >= 0 && pair % 2 == 0) {
                letters.setCharAt(i, LETTERS.charAt(pair + 1));
            }
        }
        String bare = letters.toString().replace("\u00df", "ss").replace("\u00e6", "ae").replace("\u0153", "oe")
                .replace("\u00fe", "th");
        if (!bare.equals(text)) {
            texts.add(bare);
            halves(bare);
            halves(spelledOut(text));
            texts.add(spelledOut(text));
        }
    }

    private static String spelledOut(String text) {
        return text.replace("\u00e4", "ae").replace("\u00f6", "oe").replace("\u00fc", "ue").replace("\u00df", "ss")
                .replace("\u00f8", "oe").replace("\u00e5", "aa").replace("\u00e6", "ae");
    }

    private void number(String number) {
        String text = number.toLowerCase(Locale.ROOT);
        String tight = SIGNS.matcher(text).replaceAll("");
        if (tight.length() >= 4 && tight.chars().anyMatch(Character::isDigit)) {
            texts.add(text);
            texts.add(tight);
            Matcher digits = DIGITS.matcher(tight);
            while (digits.find()) {
                texts.add(digits.group());
            }
        } else {
            name(number);
        }
    }

    private void place(String place) {
        String text = place.toLowerCase(Locale.ROOT).strip();
        if (text.length() >= 4 && identifies(text)) {
            texts.add(text);
        }
        for (String part : PART_BREAK.split(text)) {
            String whole = part.strip();
            if (whole.length() >= 4 && identifies(whole)) {
                texts.add(whole);
            }
        }
        String before = "";
        for (String word : WORD_BREAK.split(text)) {
            if (word.length() >= 4 && identifies(word)) {
                texts.add(word);
            }
            // a house and its street, the halves of a postcode
            if (!before.isEmpty() && !word.isEmpty() && (hasDigit(before) || hasDigit(word))
                    && before.length() + word.length() >= 5) {
                texts.add(before + " " + word);
                texts.add(before + word);
            }
            before = word;
        }
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** A chest hospital or a unit for heads is no reason to lose the body part from a description. */
    private static boolean identifies(String place) {
        for (String word : WORD_BREAK.split(place)) {
            if (!word.isEmpty() && !NO_NAMES.contains(word) && !VocabularyCleaner.bundled().knows(word)) {
                return true;
            }
        }
        return false;
    }

    private void birthDate(String date) {
        if (!DATE.matcher(date).matches()) {
            return;
        }
        String year = date.substring(0, 4);
        String month = date.substring(4, 6);
        String day = date.substring(6);
        for (String between : new String[]{"", "-", "/", "."}) {
            texts.add(year + between + month + between + day);
            texts.add(day + between + month + between + year);
            texts.add(month + between + day + between + year);
            texts.add(day + between + month + between + year.substring(2));
            if (!between.isEmpty()) {
                texts.add(month + between + day + between + year.substring(2));
                texts.add(year.substring(2) + between + month + between + day);
                spoken(bare(day), bare(month), year, between);
            }
        }
        int number = Integer.parseInt(month);
        if (number >= 1 && number <= 12) {
            String name = MONTHS.get(number - 1);
            for (String between : new String[]{"", " ", "-", "/"}) {
                inWords(day, bare(day), name, year, between);
                inWords(day, bare(day), name.substring(0, 3), year, between);
            }
        }
    }

    private static String bare(String digits) {
        return digits.charAt(0) == '0' ? digits.substring(1) : digits;
    }

    private void spoken(String day, String month, String year, String between) {
        texts.add(day + between + month + between + year);
        texts.add(month + between + day + between + year);
        // 1.2.84 begins many a UID and version
        if (!between.equals(".")) {
            texts.add(day + between + month + between + year.substring(2));
            texts.add(month + between + day + between + year.substring(2));
        }
        texts.add(year + between + month + between + day);
    }

    private void inWords(String day, String bareDay, String month, String year, String between) {
        for (String one : new String[]{day, bareDay}) {
            texts.add(one + between + month + between + year);
            texts.add(month + between + one + between + year);
            texts.add(month + between + one + "," + between + year);
            texts.add(year + between + month + between + one);
        }
    }

    /** All of them in lower case. */
    public Set<String> texts() {
        return texts;
    }

}
