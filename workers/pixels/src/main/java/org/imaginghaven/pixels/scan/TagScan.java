package org.imaginghaven.pixels.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.jspecify.annotations.Nullable;

/** Goes through the elements of a data set, nested ones too. */
final class TagScan {

    private static final Map<String, FindingKind> BY_MEANING = Map.ofEntries(
            Map.entry("PatientName", FindingKind.PATIENT_NAME),
            Map.entry("OtherPatientNames", FindingKind.PATIENT_NAME),
            Map.entry("PatientBirthName", FindingKind.PATIENT_NAME),
            Map.entry("PatientMotherBirthName", FindingKind.RELATIVE_NAME),
            Map.entry("ResponsiblePerson", FindingKind.RELATIVE_NAME), Map.entry("PatientID", FindingKind.PATIENT_ID),
            Map.entry("OtherPatientIDs", FindingKind.PATIENT_ID), Map.entry("AccessionNumber", FindingKind.ACCESSION),
            Map.entry("PatientBirthDate", FindingKind.BIRTH_DATE), Map.entry("PatientAddress", FindingKind.ADDRESS),
            Map.entry("PatientTelephoneNumbers", FindingKind.PHONE), Map.entry("InstitutionName", FindingKind.SITE),
            Map.entry("InstitutionAddress", FindingKind.ADDRESS));
    private static final Set<Vr> FREE = EnumSet.of(Vr.LO, Vr.LT, Vr.SH, Vr.ST, Vr.UC, Vr.UT, Vr.UR);
    private static final Set<Vr> NAMES = EnumSet.of(Vr.PN);
    private static final Set<Vr> DATES = EnumSet.of(Vr.DA, Vr.DT);
    /** Codes and numbers: no words of language, but what the file names elsewhere can stand there. */
    private static final Set<Vr> CODES = EnumSet.of(Vr.AE, Vr.CS, Vr.DS, Vr.IS);
    private static final Set<Vr> BYTES = EnumSet.of(Vr.OB, Vr.UN);
    /** Of bytes that hold more than characters, so many in a row that may be a word. */
    private static final Pattern WORDS = Pattern.compile("[\\x20-\\x7e\\xa0-\\xff]{4,}");
    private static final String KNOWN = "known:";
    /** Letters of a name part that is no code of two or three by chance. */
    private static final int LEAST_KNOWN = 4;
    private static final int DEEPEST = 64;
    /** Identifiers of one kind that are looked for elsewhere, at most: a report may name hundreds of people. */
    private static final int MOST_KNOWN = 100;

    private final TextDetectors detectors;
    private final KnownIdentifiers known;
    private final List<ScanFinding> findings = new ArrayList<>();

    private TagScan(TextDetectors detectors, KnownIdentifiers known) {
        this.detectors = detectors;
        this.known = known;
    }

    static List<ScanFinding> of(Dataset dataset, TextDetectors detectors) {
        TagScan scan = new TagScan(detectors, known(dataset));
        scan.walk(dataset, "", 0);
        return scan.findings;
    }

    /** Whom the file names, the patient's relatives and clinicians too, for the detectors to look for elsewhere. */
    static KnownIdentifiers known(Dataset dataset) {
        Map<FindingKind, List<String>> said = new EnumMap<>(FindingKind.class);
        gather(dataset, said, 0);
        return known(said);
    }

    static KnownIdentifiers known(Map<FindingKind, List<String>> said) {
        return new KnownIdentifiers(of(said, FindingKind.PATIENT_NAME), of(said, FindingKind.STAFF_NAME),
                of(said, FindingKind.RELATIVE_NAME), Stream.concat(of(said, FindingKind.PATIENT_ID).stream(),
                        of(said, FindingKind.ACCESSION).stream()).toList(),
                of(said, FindingKind.BIRTH_DATE));
    }

    private static List<String> of(Map<FindingKind, List<String>> said, FindingKind kind) {
        return said.getOrDefault(kind, List.of());
    }

    private static void gather(Dataset dataset, Map<FindingKind, List<String>> said, int depth) {
        for (Element element : dataset) {
            if (element instanceof Element.Items items && depth < DEEPEST) {
                items.items().forEach(item -> gather(item, said, depth + 1));
            } else if (element instanceof Element.Value value && value.length() > 0) {
                FindingKind kind = meaning(value, name(element));
                if (kind != null && kind != FindingKind.DATE) {
                    remember(said, kind, dataset.strings(element.tag()));
                }
            }
        }
    }

    static void remember(Map<FindingKind, List<String>> said, FindingKind kind, List<String> values) {
        List<String> all = said.computeIfAbsent(kind, k -> new ArrayList<>());
        values.stream().filter(v -> !v.isBlank() && all.size() < MOST_KNOWN && !all.contains(v)).forEach(all::add);
    }

    private static String name(Element element) {
        String keyword = Dictionary.keyword(element.tag());
        return keyword == null || keyword.isEmpty() ? "%08X".formatted(element.tag()) : keyword;
    }

    /** What an element holds by its own meaning; null when it may hold anything. */
    private static @Nullable FindingKind meaning(Element.Value value, String name) {
        FindingKind meaning = BY_MEANING.get(name);
        if (meaning == null && NAMES.contains(value.vr())) {
            return FindingKind.STAFF_NAME;
        }
        return meaning == null && DATES.contains(value.vr()) ? FindingKind.DATE : meaning;
    }

    private void walk(Dataset dataset, String path, int depth) {
        for (Element element : dataset) {
            String name = name(element);
            String here = path.isEmpty() ? name : path + "." + name;
            switch (element) {
                case Element.Items items -> {
                    for (int i = 0; depth < DEEPEST && i < items.items().size(); i++) {
                        walk(items.items().get(i), here + "[" + i + "]", depth + 1);
                    }
                }
                case Element.Value value -> look(dataset, value, here, name);
                case Element.Bulk bulk -> {
                    // pixels are looked at as pixels; other bulk holds no characters
                }
                case Element.Fragments fragments -> {
                    // compressed pixels
                }
            }
        }
    }

    /** Private elements of files without VRs are all of an unknown one: those that hold nothing but characters are read. */
    private static boolean isText(Element.Value value) {
        int end = value.offset() + value.length();
        while (end > value.offset() && value.array()[end - 1] == 0) {
            end--;
        }
        for (int i = value.offset(); i < end; i++) {
            int c = value.array()[i] & 0xff;
            if (c < ' ' && !Character.isWhitespace(c) && c != 0x1b) {
                return false;
            }
        }
        return end > value.offset() + 2;
    }

    /** An age says by itself whom it identifies: PS3.5 6.2, AS. */
    private void age(Dataset dataset, Element.Value value, String path, String name) {
        String text = value.vr() == Vr.AS ? dataset.text(value) : null;
        if (text != null && text.strip().matches("(09|[1-9]\\d)\\dY")) {
            findings.add(new ScanFinding.InTag(path, name, FindingKind.AGE90.name(), 0, text.length(), "element", 1));
        }
    }

    /** In a value that is no text, only what the file names elsewhere tells of a person. */
    private void named(Dataset dataset, Element.Value value, String path, String name) {
        String text = CODES.contains(value.vr()) ? dataset.text(value) : null;
        if (text != null) {
            known(name, text, 0, path);
        } else if (BYTES.contains(value.vr())) {
            Matcher words = WORDS.matcher(
                    new String(value.array(), value.offset(), value.length(), StandardCharsets.ISO_8859_1));
            while (words.find()) {
                known(name, words.group(), words.start(), path);
            }
        }
    }

    private void known(String name, String text, int from, String path) {
        detectors.find(name, text, known).stream()
                .filter(found -> found.rule().startsWith(KNOWN) && found.length() >= LEAST_KNOWN)
                .map(found -> found.moved(from))
                .forEach(found -> findings.add(new ScanFinding.InTag(path, name, found.kind().name(), found.start(),
                        found.end(), found.rule(), found.confidence())));
    }

    private void look(Dataset dataset, Element.Value value, String path, String name) {
        if (value.length() == 0) {
            return;
        }
        FindingKind meaning = meaning(value, name);
        boolean free = FREE.contains(value.vr()) || value.vr() == Vr.UN && isText(value);
        if (meaning == null && !free) {
            age(dataset, value, path, name);
            named(dataset, value, path, name);
            return;
        }
        String text = dataset.text(value);
        if (text == null || text.isBlank()) {
            return;
        }
        if (meaning != null) {
            findings.add(new ScanFinding.InTag(path, name, meaning.name(), 0, text.length(), "element", 1));
            return;
        }
        for (Finding finding : detectors.find(name, text, known)) {
            findings.add(new ScanFinding.InTag(path, name, finding.kind().name(), finding.start(), finding.end(),
                    finding.rule(), finding.confidence()));
        }
    }
}
