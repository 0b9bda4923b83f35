package org.imaginghaven.nlp.sr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.Redaction;
import org.imaginghaven.nlp.TextDetectors;

/**
 * What identifies in a structured report, found in its whole text: a name that one item introduces is known in all others. The
 * file itself is rewritten by the de-identification engine, which asks for each text what it becomes.
 *
 * @param replaced findings by path of the item, with offsets into the item's value
 * @param texts what each text that holds a finding becomes, by its value
 * @param unresolved findings in places that cannot be replaced, such as the meaning of a code or the name of an item: when there is one the report must be
 *        held back
 */
public record SrRedaction(Map<String, List<Finding>> replaced, Map<String, String> texts, int unresolved) {

    public SrRedaction {
        replaced = Map.copyOf(replaced);
        texts = Map.copyOf(texts);
    }

    /**
     * Names of people in the report's own fields count as known, so they are found in its prose too.
     *
     * @throws IllegalArgumentException when the dataset holds no content tree that can be read
     */
    public static SrRedaction of(Dataset dataset, TextDetectors detectors, KnownIdentifiers known) {
        StructuredReport report = StructuredReport.read(dataset);
        List<String> people = report.pieces().stream().filter(piece -> piece.type().equals("PNAME"))
                .map(piece -> report.text().substring(piece.start(), piece.end())).toList();
        KnownIdentifiers all = known.and(new KnownIdentifiers(List.of(), people, List.of(), List.of(), List.of()));
        List<Finding> findings = detectors.find("TextValue", report.text(), all);
        Map<String, List<Finding>> byPath = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        int unresolved = identifyingNames(report.root(), detectors, all);
        for (StructuredReport.Piece piece : report.pieces()) {
            List<Finding> inside = within(findings, piece);
            String value = report.text().substring(piece.start(), piece.end());
            switch (piece.type()) {
                case "PNAME" -> {
                    if (!value.isEmpty()) {
                        byPath.put(piece.path(),
                                List.of(new Finding(0, value.length(), FindingKind.STAFF_NAME, "sr:person-name", 1)));
                    }
                }
                case "TEXT" -> {
                    if (!inside.isEmpty()) {
                        byPath.put(piece.path(), inside);
                        texts.merge(value.strip(), Redaction.of(value, inside).text(), SrRedaction::more);
                    }
                }
                case "CODE" -> unresolved += (int) inside.stream()
                        .filter(finding -> finding.kind().isName() || finding.kind() == FindingKind.PATIENT_ID).count();
                default -> {
                    // dates and UIDs are the engine's to shift and to map
                }
            }
        }
        return new SrRedaction(byPath, texts, unresolved);
    }

    /** A private code can be named after a person, and the names of items stand in no text that is replaced. */
    private static int identifyingNames(ContentItem root, TextDetectors detectors, KnownIdentifiers known) {
        Set<String> names = new HashSet<>();
        collectNames(root, names);
        return (int) names.stream().filter(name -> detectors.find("CodeMeaning", name, known).stream()
                .anyMatch(finding -> finding.kind().isName() || finding.kind() == FindingKind.PATIENT_ID)).count();
    }

    private static void collectNames(ContentItem item, Set<String> names) {
        item.name().filter(Code::isPrivate).map(Code::meaning).ifPresent(names::add);
        item.children().forEach(child -> collectNames(child, names));
    }

    /** The same words twice, found to identify in one place and not in the other: the one with more replaced. */
    private static String more(String one, String other) {
        return one.chars().filter(c -> c == '[').count() >= other.chars().filter(c -> c == '[').count() ? one : other;
    }

    /** A text of the report with every finding replaced by its kind in brackets. */
    public String text(String value) {
        return texts.getOrDefault(value.strip(), value);
    }

    /** Findings that touch a piece, cut to it, with offsets into its value. */
    private static List<Finding> within(List<Finding> findings, StructuredReport.Piece piece) {
        List<Finding> inside = new ArrayList<>();
        for (Finding finding : findings) {
            int start = Math.max(finding.start(), piece.start());
            int end = Math.min(finding.end(), piece.end());
            if (start < end) {
                inside.add(new Finding(start - piece.start(), end - piece.start(), finding.kind(), finding.rule(),
                        finding.confidence()));
            }
        }
        return inside;
    }
}
