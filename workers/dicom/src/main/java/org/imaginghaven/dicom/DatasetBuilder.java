package org.imaginghaven.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a {@link Dataset}, element by element in any order:
 * {@code Dataset.builder().set("PatientID", "1").item("RequestAttributesSequence", i -> i.set("AccessionNumber", "2"))}.
 *
 * <p>Setting a tag again replaces it. Text is encoded in the character set given first, UTF-8 by default; as soon as text
 * needs more than ASCII, (0008,0005) is set to it.
 */
public final class DatasetBuilder {

    private final List<Element> elements = new ArrayList<>();
    private Charset charset = StandardCharsets.UTF_8;
    private String charsetName = "ISO_IR 192";
    private boolean beyondAscii;

    DatasetBuilder() {
    }

    /** What fills an item. */
    @FunctionalInterface
    public interface Fill {
        void into(DatasetBuilder item);
    }

    /** The character set of all text set after this: its DICOM name (one of the single byte sets, GB18030 or UTF-8). */
    public DatasetBuilder characterSet(String dicomName, Charset javaCharset) {
        charset = javaCharset;
        charsetName = dicomName;
        beyondAscii = true;
        return this;
    }

    /** Sets a standard element to values: text, or numbers for a numeric VR. No values make it empty. */
    public DatasetBuilder set(String keyword, Object... values) {
        return set(tagOf(keyword), values);
    }

    /** Sets a standard element by tag, with the VR of the dictionary. */
    public DatasetBuilder set(int tag, Object... values) {
        Vr vr = Dictionary.vr(tag);
        if (vr == null) {
            throw new IllegalArgumentException("no VR known for " + Tag.text(tag) + ": give one");
        }
        return set(tag, vr, values);
    }

    /** Sets an element with a VR of its own, also a wrong or a private one. */
    public DatasetBuilder set(int tag, Vr vr, Object... values) {
        byte[] bytes = vr.isNumber() ? numbers(vr, values) : text(vr, values);
        return bytes(tag, vr, bytes);
    }

    /** Sets a private element; its creator is put in block 0x10 of the group unless it already has one. */
    public DatasetBuilder setPrivate(int group, String creator, int element, Vr vr, Object... values) {
        return set(group << 16 | block(group, creator) << 8 | element & 0xFF, vr, values);
    }

    /** Sets raw bytes, little endian. */
    public DatasetBuilder bytes(int tag, Vr vr, byte[] bytes) {
        return element(new Element.Value(tag, vr, bytes, 0, bytes.length, false));
    }

    /** Sets an element made elsewhere. */
    public DatasetBuilder element(Element element) {
        elements.removeIf(other -> other.tag() == element.tag());
        elements.add(element);
        return this;
    }

    /** Adds an item to a sequence, making the sequence when needed. */
    public DatasetBuilder item(String keyword, Fill fill) {
        return item(tagOf(keyword), fill);
    }

    /** Adds an item to a sequence, making the sequence when needed. */
    public DatasetBuilder item(int tag, Fill fill) {
        DatasetBuilder item = new DatasetBuilder();
        item.charset = charset;
        item.charsetName = charsetName;
        fill.into(item);
        beyondAscii |= item.beyondAscii;
        item.beyondAscii = false;
        List<Dataset> items = new ArrayList<>();
        for (Element element : elements) {
            if (element.tag() == tag && element instanceof Element.Items sequence) {
                items.addAll(sequence.items());
            }
        }
        items.add(item.build());
        return element(new Element.Items(tag, Vr.SQ, List.copyOf(items)));
    }

    /** An empty sequence. */
    public DatasetBuilder noItems(String keyword) {
        return element(new Element.Items(tagOf(keyword), Vr.SQ, List.of()));
    }

    /** Encapsulated pixel data, a fragment for each frame, with a basic offset table. */
    public DatasetBuilder frames(List<byte[]> frames) {
        List<Element.Fragment> fragments = new ArrayList<>();
        ByteBuffer table = ByteBuffer.allocate(frames.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
        int position = 0;
        for (byte[] frame : frames) {
            table.putInt(position);
            position += 8 + frame.length + (frame.length & 1);
        }
        fragments.add(new Element.Fragment(-1, table.capacity(), table.array()));
        for (byte[] frame : frames) {
            fragments.add(new Element.Fragment(-1, frame.length, frame));
        }
        return element(new Element.Fragments(Tag.PIXEL_DATA, Vr.OB, List.copyOf(fragments)));
    }

    public DatasetBuilder remove(int tag) {
        elements.removeIf(other -> other.tag() == tag);
        return this;
    }

    /** Adds all elements of another data set. */
    public DatasetBuilder all(Dataset other) {
        other.forEach(this::element);
        return this;
    }

    public Dataset build() {
        List<Element> all = new ArrayList<>(elements);
        if (beyondAscii && all.stream().noneMatch(element -> element.tag() == Tag.SPECIFIC_CHARACTER_SET)) {
            byte[] name = charsetName.getBytes(StandardCharsets.US_ASCII);
            all.add(new Element.Value(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, name, 0, name.length, false));
        }
        return new Dataset(all, CharacterSets.of(beyondAscii ? List.of(charsetName) : List.of()));
    }

    private static int tagOf(String keyword) {
        Integer tag = Dictionary.tag(keyword);
        if (tag == null) {
            throw new IllegalArgumentException("no element has the keyword " + keyword);
        }
        return tag;
    }

    private int block(int group, String creator) {
        int free = 0x10;
        for (Element element : elements) {
            if (Tag.group(element.tag()) == group && Tag.isPrivateCreator(element.tag())
                    && element instanceof Element.Value value) {
                String name = new String(value.array(), value.offset(), value.length(), charset).strip();
                if (name.equals(creator)) {
                    return Tag.element(element.tag());
                }
                free = Math.max(free, Tag.element(element.tag()) + 1);
            }
        }
        set(group << 16 | free, Vr.LO, creator);
        return free;
    }

    private byte[] text(Vr vr, Object... values) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            joined.append(i == 0 ? "" : "\\").append(values[i]);
        }
        beyondAscii |= vr.usesCharacterSet() && joined.chars().anyMatch(c -> c > 0x7E);
        return joined.toString().getBytes(vr.usesCharacterSet() ? charset : StandardCharsets.ISO_8859_1);
    }

    private static byte[] numbers(Vr vr, Object... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (Object value : values) {
            Number number = value instanceof Number n ? n : Double.valueOf(value.toString());
            switch (vr) {
                case US, SS -> bytes.putShort(number.shortValue());
                case UL, SL -> bytes.putInt((int) number.longValue());
                case UV, SV -> bytes.putLong(number.longValue());
                case FL -> bytes.putFloat(number.floatValue());
                case FD -> bytes.putDouble(number.doubleValue());
                default -> bytes.putShort((short) (number.intValue() >>> 16)).putShort(number.shortValue());
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
