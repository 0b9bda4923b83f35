package org.imaginghaven.nlp.sr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.Redaction;
import org.imaginghaven.nlp.TextDetectors;

/**
 * A structured report with the words that identify replaced in place; items, codes, numbers and references stay as they are.
 * Dates and UIDs are the de-identification engine's to shift and to map. Text is written in UTF-8.
 *
 * @param dataset the report after replacement
 * @param replaced findings by path of the item, with offsets into the item's value
 * @param unresolved findings in places that cannot be replaced, such as the meaning of a code: when there is one the report must be
 *        held back
 */
public record SrRedaction(Dataset dataset, Map<String, List<Finding>> replaced, int unresolved) {

    private static final String NOBODY = "REMOVED";

    /** Names of people in the report's own fields count as known, so they are found in its prose too. */
    public static SrRedaction of(Dataset dataset, TextDetectors detectors, KnownIdentifiers known) {
        StructuredReport report = StructuredReport.read(dataset);
        List<String> people = report.pieces().stream().filter(piece -> piece.type().equals("PNAME"))
                .map(piece -> report.text().substring(piece.start(), piece.end())).toList();
        KnownIdentifiers all = known.and(new KnownIdentifiers(List.of(), people, List.of(), List.of(), List.of()));
        List<Finding> findings = detectors.find(report.text(), all);
        Map<String, List<Finding>> byPath = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        int unresolved = 0;
        for (StructuredReport.Piece piece : report.pieces()) {
            List<Finding> inside = within(findings, piece);
            if (piece.type().equals("PNAME")) {
                values.put(piece.path(), NOBODY);
                if (piece.end() > piece.start()) {
                    byPath.put(piece.path(), List.of(
                            new Finding(0, piece.end() - piece.start(), FindingKind.STAFF_NAME, "sr:person-name", 1)));
                }
            } else if (piece.type().equals("TEXT") && !inside.isEmpty()) {
                values.put(piece.path(),
                        Redaction.of(report.text().substring(piece.start(), piece.end()), inside).text());
                byPath.put(piece.path(), inside);
            } else if (piece.type().equals("CODE")) {
                unresolved += (int) inside.stream()
                        .filter(finding -> finding.kind().isName() || finding.kind() == FindingKind.PATIENT_ID).count();
            }
        }
        return new SrRedaction(rebuilt(dataset, "1", values, true), Map.copyOf(byPath), unresolved);
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

    private static Dataset rebuilt(Dataset dataset, String path, Map<String, String> values, boolean root) {
        DatasetBuilder builder = Dataset.builder();
        if (root) {
            builder.characterSet("ISO_IR 192", StandardCharsets.UTF_8);
        }
        fill(builder, dataset, path, values);
        return builder.build();
    }

    private static void fill(DatasetBuilder builder, Dataset dataset, String path, Map<String, String> values) {
        for (Element element : dataset) {
            switch (element) {
                case Element.Items items when element.tag() == SrTags.CONTENT -> {
                    for (int i = 0; i < items.items().size(); i++) {
                        Dataset child = items.items().get(i);
                        String childPath = path + "." + (i + 1);
                        builder.item(SrTags.CONTENT, item -> fill(item, child, childPath, values));
                    }
                }
                case Element.Items items -> {
                    builder.element(new Element.Items(items.tag(), items.vr(), List.of()));
                    for (Dataset child : items.items()) {
                        builder.item(items.tag(), item -> fill(item, child, "", Map.of()));
                    }
                }
                case Element.Value value when value.tag() == SrTags.SPECIFIC_CHARACTER_SET -> {
                    // all text is UTF-8 from here
                }
                case Element.Value value when value.tag() == SrTags.TEXT && values.containsKey(path) ->
                    builder.bytes(value.tag(), value.vr(), padded(values.getOrDefault(path, "")));
                case Element.Value value when value.tag() == SrTags.PERSON_NAME && values.containsKey(path) ->
                    builder.bytes(value.tag(), value.vr(), padded(values.getOrDefault(path, "")));
                case Element.Value value when value.vr().usesCharacterSet() ->
                    builder.bytes(value.tag(), value.vr(), padded(dataset.text(value)));
                case Element.Value value -> builder.element(value);
                case Element.Bulk bulk -> builder.element(bulk);
                case Element.Fragments fragments -> builder.element(fragments);
            }
        }
    }

    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length % 2 == 0 ? bytes : (text + " ").getBytes(StandardCharsets.UTF_8);
    }
}
