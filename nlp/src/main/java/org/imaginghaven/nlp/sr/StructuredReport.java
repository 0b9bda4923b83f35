package org.imaginghaven.nlp.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imaginghaven.dicom.Dataset;

/**
 * A structured report as a tree and as text in which every value's place is known.
 *
 * @param text headings from containers, one line an item: "name: value"; a container of continuous text (PS3.3 C.18.8) is one
 *        paragraph
 * @param pieces where values stand in the text
 */
public record StructuredReport(ContentItem root, String text, List<Piece> pieces) {

    private static final int DEEPEST = 100;

    /** A value in the text: characters from start to end are the value of the item at a path. */
    public record Piece(String path, String type, int start, int end) {
    }

    /** Whether a dataset holds a content tree. */
    public static boolean isOne(Dataset dataset) {
        return dataset.has(SrTags.VALUE_TYPE) && (dataset.has(SrTags.CONTENT) || dataset.has(SrTags.CONCEPT_NAME));
    }

    /** @throws IllegalArgumentException when the dataset has no content tree, or one deeper than 100 levels */
    public static StructuredReport read(Dataset dataset) {
        if (!isOne(dataset)) {
            throw new IllegalArgumentException("no structured report: it has no content tree");
        }
        ContentItem root = item(dataset, "1", 0);
        ReportWriter writer = new ReportWriter(root);
        return new StructuredReport(root, writer.text(), writer.pieces());
    }

    /** The item at a path, such as the one that a by-reference relationship points to (PS3.3 C.17.3.2.5). */
    public Optional<ContentItem> at(String path) {
        return at(root, path);
    }

    static Optional<ContentItem> at(ContentItem root, String path) {
        ContentItem item = root;
        while (!item.path().equals(path)) {
            String within = item.path() + ".";
            Optional<ContentItem> next = item.children().stream()
                    .filter(child -> path.startsWith(within) && (path + ".").startsWith(child.path() + "."))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            item = next.get();
        }
        return Optional.of(item);
    }

    private static ContentItem item(Dataset dataset, String path, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a content tree of more than " + DEEPEST + " levels");
        }
        List<ContentItem> children = new ArrayList<>();
        List<Dataset> items = dataset.items(SrTags.CONTENT);
        for (int i = 0; i < items.size(); i++) {
            children.add(item(items.get(i), path + "." + (i + 1), depth + 1));
        }
        boolean reference = dataset.has(SrTags.REFERENCED_ITEM);
        String type = reference ? "REFERENCE" : dataset.string(SrTags.VALUE_TYPE, "");
        return new ContentItem(path, type, dataset.string(SrTags.RELATIONSHIP_TYPE, ""),
                Code.of(dataset, SrTags.CONCEPT_NAME),
                value(dataset, type), code(dataset, type), children);
    }

    private static Optional<Code> code(Dataset dataset, String type) {
        return switch (type) {
            case "CODE" -> Code.of(dataset, SrTags.CONCEPT_CODE);
            case "NUM" -> dataset.items(SrTags.MEASURED_VALUE).stream().findFirst()
                    .flatMap(number -> Code.of(number, SrTags.UNITS));
            default -> Optional.empty();
        };
    }

    private static String value(Dataset dataset, String type) {
        return switch (type) {
            case "PNAME" -> dataset.string(SrTags.PERSON_NAME, "");
            case "DATE" -> dataset.string(SrTags.DATE, "");
            case "TIME" -> dataset.string(SrTags.TIME, "");
            case "DATETIME" -> dataset.string(SrTags.DATE_TIME, "");
            case "UIDREF" -> dataset.string(SrTags.UID, "");
            case "CODE" -> Code.of(dataset, SrTags.CONCEPT_CODE)
                    .map(code -> code.meaning().isEmpty() ? code.value() : code.meaning()).orElse("");
            case "NUM" -> number(dataset);
            case "IMAGE", "COMPOSITE", "WAVEFORM" -> dataset.items(SrTags.REFERENCED_SOP).stream()
                    .map(sop -> sop.string(SrTags.REFERENCED_INSTANCE, "")).collect(Collectors.joining(" "));
            case "SCOORD", "SCOORD3D" -> dataset.string(SrTags.GRAPHIC_TYPE, "");
            case "TCOORD" -> dataset.string(SrTags.TEMPORAL_RANGE_TYPE, "");
            case "CONTAINER" -> dataset.string(SrTags.CONTINUITY, "");
            case "REFERENCE" -> dataset.strings(SrTags.REFERENCED_ITEM).stream().collect(Collectors.joining("."));
            default -> dataset.string(SrTags.TEXT, "");
        };
    }

    /** A measurement without a number says why there is none (PS3.3 C.18.1). */
    private static String number(Dataset dataset) {
        String values = dataset.items(SrTags.MEASURED_VALUE).stream()
                .map(number -> (String.join(", ", number.strings(SrTags.NUMERIC_VALUE)) + " "
                        + Code.of(number, SrTags.UNITS).map(Code::unit).orElse("")).strip())
                .filter(number -> !number.isEmpty()).collect(Collectors.joining("; "));
        return values.isEmpty()
                ? Code.of(dataset, SrTags.NUMERIC_VALUE_QUALIFIER).map(Code::meaning).orElse("")
                : values;
    }
}
