package org.imaginghaven.demo.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.demo.archive.Truth.Identifier;
import org.imaginghaven.demo.archive.Truth.Kind;

/** A data set in the making that remembers every identifier put into it, in sequences too. */
final class Sheet {

    private final DatasetBuilder builder;
    private final Set<Identifier> planted;
    private final String path;

    Sheet() {
        this(Dataset.builder(), new LinkedHashSet<>(), "");
    }

    private Sheet(DatasetBuilder builder, Set<Identifier> planted, String path) {
        this.builder = builder;
        this.planted = planted;
        this.path = path;
    }

    /** Sets what identifies nobody. */
    Sheet set(String keyword, Object... values) {
        builder.set(keyword, values);
        return this;
    }

    Sheet bytes(int tag, Vr vr, byte[] bytes) {
        builder.bytes(tag, vr, bytes);
        return this;
    }

    /** Sets an element whose whole value is an identifier. */
    Sheet plant(String keyword, Kind kind, String value) {
        builder.set(keyword, value);
        return note(kind, value, keyword);
    }

    /** Sets text in which identifiers stand. */
    Sheet text(String keyword, String text, Identifier... identifiers) {
        builder.set(keyword, text);
        for (Identifier identifier : identifiers) {
            noteAt(identifier, keyword);
        }
        return this;
    }

    /** Sets a person's name and notes its parts. */
    Sheet name(String keyword, Kind kind, String dicomName) {
        builder.set(keyword, dicomName);
        return noteName(kind, dicomName, keyword);
    }

    /** A private element that identifies nobody. */
    Sheet setPrivate(int group, String creator, int element, Vr vr, Object... values) {
        builder.setPrivate(group, creator, element, vr, values);
        return this;
    }

    /** A private element with text in which identifiers stand. */
    Sheet textPrivate(int group, String creator, int element, Vr vr, String text, Identifier... identifiers) {
        builder.setPrivate(group, creator, element, vr, text);
        for (Identifier identifier : identifiers) {
            noteAt(identifier, "(%04X,\"%s\",%02X)".formatted(group, creator, element));
        }
        return this;
    }

    /** An item of a sequence. */
    Sheet item(String sequence, Consumer<Sheet> fill) {
        builder.item(sequence, item -> fill.accept(new Sheet(item, planted, path + sequence + ".")));
        return this;
    }

    /** An item of a private sequence: its creator must have been used in this data set before. */
    Sheet item(int tag, String label, Consumer<Sheet> fill) {
        builder.item(tag, item -> fill.accept(new Sheet(item, planted, path + label + ".")));
        return this;
    }

    Sheet characterSet(String name, Charset charset) {
        builder.characterSet(name, charset);
        return this;
    }

    Sheet frames(List<byte[]> frames) {
        builder.frames(frames);
        return this;
    }

    /** Remembers an identifier that stands somewhere. */
    Sheet note(Kind kind, String value, String where) {
        if (!value.isBlank()) {
            planted.add(new Identifier(kind.label(), value, path + where));
        }
        return this;
    }

    /** Remembers a name and those of its parts that are long enough to be looked for. */
    Sheet noteName(Kind kind, String dicomName, String where) {
        note(kind, dicomName, where);
        for (String part : dicomName.split("[\\^= ]")) {
            if (part.length() >= 4 && !part.equals(dicomName)) {
                note(kind, part, where);
            }
        }
        return this;
    }

    /** An identifier for {@link #text}, whose place is filled in there. */
    static Identifier id(Kind kind, String value) {
        return new Identifier(kind.label(), value, "");
    }

    private void noteAt(Identifier identifier, String where) {
        planted.add(new Identifier(identifier.kind(), identifier.value(), path + where));
    }

    Dataset build() {
        return builder.build();
    }

    List<Identifier> planted() {
        return new ArrayList<>(planted);
    }

    /** ASCII bytes of a text, for values that are no text by their VR. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
