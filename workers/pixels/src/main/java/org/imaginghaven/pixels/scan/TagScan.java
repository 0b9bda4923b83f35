package org.imaginghaven.pixels.scan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;

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
    private static final int DEEPEST = 64;

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

    /** What the header says of its patient, for the detectors to look for elsewhere. */
    static KnownIdentifiers known(Dataset dataset) {
        return KnownIdentifiers.ofPatient(dataset.strings(Tag.PATIENT_NAME), dataset.strings(Tag.PATIENT_ID),
                dataset.strings(0x00100030));
    }

    private void walk(Dataset dataset, String path, int depth) {
        for (Element element : dataset) {
            String keyword = Dictionary.keyword(element.tag());
            String name = keyword == null || keyword.isEmpty() ? "%08X".formatted(element.tag()) : keyword;
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

    private void look(Dataset dataset, Element.Value value, String path, String name) {
        if (value.length() == 0) {
            return;
        }
        FindingKind meaning = BY_MEANING.get(name);
        if (meaning == null && NAMES.contains(value.vr())) {
            meaning = FindingKind.STAFF_NAME;
        }
        if (meaning == null && DATES.contains(value.vr())) {
            meaning = FindingKind.DATE;
        }
        boolean free = FREE.contains(value.vr());
        if (meaning == null && !free) {
            return;
        }
        String text = dataset.text(value);
        if (text == null || text.isBlank()) {
            return;
        }
        if (meaning != null) {
            findings.add(new ScanFinding.InTag(path, name, meaning.name(), 0, text.length(), 1));
            return;
        }
        for (Finding finding : detectors.find(text, known)) {
            findings.add(new ScanFinding.InTag(path, name, finding.kind().name(), finding.start(), finding.end(),
                    finding.confidence()));
        }
    }
}
