package org.imaginghaven.dicom.deid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Vr;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its people: names of patient and staff in parts, numbers, birth date in several orders, phones,
 * addresses, places, accession numbers; from every level of the data set. Compared in lower case.
 */
public final class KnownIdentifiers {

    private static final Pattern NAME_BREAK = Pattern.compile("[\\^=\\s,;.()/\"]+");
    private static final Pattern HALF = Pattern.compile("[-']");
    private static final Pattern SIGNS = Pattern.compile("[\\s\\-/.]");
    private static final Pattern PART_BREAK = Pattern.compile("[,;\\r\\n]+");
    private static final Pattern WORD_BREAK = Pattern.compile("[\\s,;.^]+");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Set<String> NO_NAMES = Set.of("dr", "mr", "mrs", "ms", "miss", "prof", "professor", "sir",
            "md",
            "phd", "anonymous", "anonymized", "anonymised", "unknown", "none", "null", "patient", "name", "test",
            "doctor",
            "physician", "radiographer", "technologist", "operator", "admin", "user", "deidentified", "removed",
            "other",
            "hospital", "infirmary", "clinic", "centre", "center", "university", "medical", "health", "department",
            "radiology", "institute", "general", "royal", "imaging", "the", "and", "of");
    private static final Set<Integer> NUMBERS = tags("PatientID", "OtherPatientIDs", "AccessionNumber", "AdmissionID",
            "PatientTelephoneNumbers", "ReferringPhysicianTelephoneNumbers", "MilitaryRank", "MedicalRecordLocator",
            "PersonTelephoneNumbers", "InsurancePlanIdentification", "IssuerOfPatientID", "ServiceEpisodeID",
            "FillerOrderNumberImagingServiceRequest", "PlacerOrderNumberImagingServiceRequest");
    private static final Set<Integer> PLACES = tags("PatientAddress", "InstitutionName", "InstitutionAddress",
            "ReferringPhysicianAddress", "InstitutionalDepartmentName", "PersonAddress", "CurrentPatientLocation",
            "PatientInstitutionResidence", "StationName", "OtherPatientNames");
    private static final Set<Integer> BIRTH_DATES = tags("PatientBirthDate");

    private final Set<String> texts = new LinkedHashSet<>();

    private KnownIdentifiers() {
    }

    private static Set<Integer> tags(String... keywords) {
        Set<Integer> all = new LinkedHashSet<>();
        for (String keyword : keywords) {
            Integer tag = Dictionary.tag(keyword);
            if (tag != null) {
                all.add(tag);
            }
        }
        return all;
    }

    public static KnownIdentifiers of(Dataset dataset) {
        KnownIdentifiers known = new KnownIdentifiers();
        Deque<Dataset> open = new ArrayDeque<>(List.of(dataset));
        for (@Nullable
        Dataset next = open.poll(); next != null; next = open.poll()) {
            for (Element element : next) {
                if (element instanceof Element.Items sequence) {
                    open.addAll(sequence.items());
                } else if (element instanceof Element.Value value && value.length() > 0) {
                    known.take(next, value);
                }
            }
        }
        return known;
    }

    private void take(Dataset dataset, Element.Value value) {
        int tag = value.tag();
        if (value.vr() == Vr.PN || value.vr() == Vr.UN && Dictionary.vr(tag) == Vr.PN) {
            dataset.strings(value).forEach(this::name);
        } else if (NUMBERS.contains(tag)) {
            dataset.strings(value).forEach(this::number);
        } else if (PLACES.contains(tag)) {
            dataset.strings(value).forEach(this::place);
        } else if (BIRTH_DATES.contains(tag)) {
            dataset.strings(value).forEach(this::birthDate);
        }
    }

    private void name(String name) {
        for (String part : NAME_BREAK.split(name)) {
            String text = part.toLowerCase(Locale.ROOT);
            if (text.length() >= 2 && !NO_NAMES.contains(text) && text.chars().anyMatch(Character::isLetter)) {
                texts.add(text);
                for (String half : HALF.split(text)) {
                    if (half.length() >= 3 && !NO_NAMES.contains(half)) {
                        texts.add(half);
                    }
                }
            }
        }
    }

    private void number(String number) {
        String text = number.toLowerCase(Locale.ROOT);
        String tight = SIGNS.matcher(text).replaceAll("");
        if (tight.length() >= 4 && tight.chars().anyMatch(Character::isDigit)) {
            texts.add(text);
            texts.add(tight);
        } else {
            name(number);
        }
    }

    private void place(String place) {
        String text = place.toLowerCase(Locale.ROOT).strip();
        if (text.length() >= 4) {
            texts.add(text);
        }
        for (String part : PART_BREAK.split(text)) {
            String whole = part.strip();
            if (whole.length() >= 4) {
                texts.add(whole);
            }
        }
        for (String word : WORD_BREAK.split(text)) {
            if (word.length() >= 4 && !NO_NAMES.contains(word)) {
                texts.add(word);
            }
        }
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
        }
    }

    /** All of them in lower case. */
    public Set<String> texts() {
        return texts;
    }

}
