package org.imaginghaven.nlp.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imaginghaven.dicom.Dataset;

/**
 * A structured report as a tree and as text in which every value's place is known.
 *
 * @param text headings from containers, one line an item: "name: value"
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
        StringBuilder text = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        write(root, text, pieces);
        return new StructuredReport(root, text.toString(), List.copyOf(pieces));
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
            case "TEXT" -> dataset.string(SrTags.TEXT, "");
            case "PNAME" -> dataset.string(SrTags.PERSON_NAME, "");
            case "DATE" -> dataset.string(SrTags.DATE, "");
            case "TIME" -> dataset.string(SrTags.TIME, "");
            case "DATETIME" -> dataset.string(SrTags.DATE_TIME, "");
            case "UIDREF" -> dataset.string(SrTags.UID, "");
            case "CODE" -> Code.of(dataset, SrTags.CONCEPT_CODE).map(Code::meaning).orElse("");
            case "NUM" -> dataset.items(SrTags.MEASURED_VALUE).stream().findFirst()
                    .map(number -> (String.join(", ", number.strings(SrTags.NUMERIC_VALUE)) + " "
                            + Code.of(number, SrTags.UNITS).map(Code::value).orElse("")).strip())
                    .orElse("");
            case "REFERENCE" -> dataset.strings(SrTags.REFERENCED_ITEM).stream().collect(Collectors.joining("."));
            default -> "";
        };
    }

    private static void write(ContentItem item, StringBuilder text, List<Piece> pieces) {
        String name = item.name().map(Code::meaning).orElse("");
        switch (item.type()) {
            case "CONTAINER" -> text.append(text.isEmpty() ? "" : "\n").append(name.isEmpty() ? "" : name + ":\n");
            case "TEXT", "PNAME", "DATE", "TIME", "DATETIME", "CODE", "NUM", "UIDREF" -> {
                text.append(name.isEmpty() ? "" : name + ": ");
                pieces.add(new Piece(item.path(), item.type(), text.length(), text.length() + item.value().length()));
                text.append(item.value()).append('\n');
            }
            case "REFERENCE" -> text.append("see item ").append(item.value()).append('\n');
            default -> {
                // images, waveforms and coordinates say nothing in words
            }
        }
        item.children().forEach(child -> write(child, text, pieces));
    }
}
