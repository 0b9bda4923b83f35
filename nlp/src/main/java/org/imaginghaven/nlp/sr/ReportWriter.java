package org.imaginghaven.nlp.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a content tree as text and remembers where what stands. */
final class ReportWriter {

    /** They point to what is seen or heard and say nothing in words. */
    private static final Set<String> WORDLESS = Set.of("IMAGE", "COMPOSITE", "WAVEFORM", "SCOORD", "SCOORD3D",
            "TCOORD");

    /** What is not one of them is read as text, whatever type it claims, so that its text is cleaned like any. */
    private static final Set<String> VALUES = Set.of("PNAME", "DATE", "TIME", "DATETIME", "UIDREF", "CODE", "NUM");

    private final StringBuilder text = new StringBuilder();
    private final List<StructuredReport.Piece> pieces = new ArrayList<>();
    private final ContentItem root;

    ReportWriter(ContentItem root) {
        this.root = root;
        write(root, false);
    }

    String text() {
        return text.toString();
    }

    List<StructuredReport.Piece> pieces() {
        return List.copyOf(pieces);
    }

    private void write(ContentItem item, boolean running) {
        boolean flows = flows(item);
        if (item.type().equals("CONTAINER")) {
            text.append(text.isEmpty() || running ? "" : "\n");
            if (name(item)) {
                text.append(":\n");
            }
        } else if (item.type().equals("REFERENCE")) {
            refer(item);
        } else if (!WORDLESS.contains(item.type()) && !(item.value().isEmpty() && item.name().isEmpty())) {
            line(item, running);
        }
        item.children().forEach(child -> write(child, flows));
        if (flows) {
            text.append('\n');
        }
    }

    /** Measurement reports call themselves continuous too: prose begins with text, goes on with text, and has no parts. */
    private static boolean flows(ContentItem item) {
        List<String> types = item.children().stream().filter(child -> !child.relationship().equals("HAS OBS CONTEXT"))
                .map(ContentItem::type).toList();
        return item.type().equals("CONTAINER") && item.value().equals("CONTINUOUS") && !types.isEmpty()
                && types.getFirst().equals("TEXT") && types.stream().filter("TEXT"::equals).count() > 1
                && !types.contains("CONTAINER") && !types.contains("UIDREF");
    }

    /** In running text the name of an item would break the sentence that it is a part of. */
    private void line(ContentItem item, boolean running) {
        if (!running && name(item)) {
            text.append(": ");
        }
        int start = text.length();
        text.append(item.value());
        pieces.add(new StructuredReport.Piece(item.path(), VALUES.contains(item.type()) ? item.type() : "TEXT", start,
                text.length()));
        text.append(running ? ' ' : '\n');
    }

    private void refer(ContentItem item) {
        text.append("see item ").append(item.value());
        StructuredReport.at(root, item.value()).flatMap(ContentItem::name).map(Code::meaning)
                .ifPresent(name -> text.append(" (").append(name).append(')'));
        text.append('\n');
    }

    private boolean name(ContentItem item) {
        String name = item.name().map(Code::meaning).orElse("");
        text.append(name);
        return !name.isEmpty();
    }
}
