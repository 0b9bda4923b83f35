package org.imaginghaven.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements in order of tag, with the character set they are written in. Immutable; {@link #builder} makes one.
 *
 * <p>Of elements that occur twice the first counts. Texts come decoded, without padding.
 */
public final class Dataset implements Iterable<Element> {

    private final Element[] elements;
    private final CharacterSets characterSets;

    Dataset(List<Element> list, CharacterSets inherited) {
        Element[] sorted = list.toArray(new Element[0]);
        if (!ascends(sorted)) {
            Arrays.sort(sorted, (a, b) -> Integer.compareUnsigned(a.tag(), b.tag()));
            sorted = distinct(sorted);
        }
        this.elements = sorted;
        List<String> names = get(Tag.SPECIFIC_CHARACTER_SET) instanceof Element.Value value
                ? split(asciiOf(value))
                : List.of();
        this.characterSets = names.isEmpty() ? inherited : CharacterSets.of(names);
    }

    /** Of elements made elsewhere, in the character set that (0008,0005) among them names, or else in the given one. */
    public static Dataset of(List<Element> elements, CharacterSets otherwise) {
        return new Dataset(elements, otherwise);
    }

    public static DatasetBuilder builder() {
        return new DatasetBuilder();
    }

    private static boolean ascends(Element[] list) {
        for (int i = 1; i < list.length; i++) {
            if (Integer.compareUnsigned(list[i - 1].tag(), list[i].tag()) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static Element[] distinct(Element[] sorted) {
        List<Element> kept = new ArrayList<>(sorted.length);
        for (Element element : sorted) {
            if (kept.isEmpty() || kept.get(kept.size() - 1).tag() != element.tag()) {
                kept.add(element);
            }
        }
        return kept.toArray(new Element[0]);
    }

    public int size() {
        return elements.length;
    }

    /** The element at a place from 0, in order of tag. */
    public Element at(int place) {
        return elements[place];
    }

    public CharacterSets characterSets() {
        return characterSets;
    }

    @Override
    public Iterator<Element> iterator() {
        return Arrays.asList(elements).iterator();
    }

    /** The element, or null when it is not there. */
    public @Nullable Element get(int tag) {
        int low = 0;
        int high = elements.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(elements[middle].tag(), tag);
            if (order == 0) {
                return elements[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    public boolean has(int tag) {
        return get(tag) != null;
    }

    /** The element of a private block; null when the block or the element is not there. */
    public @Nullable Element getPrivate(int group, String creator, int element) {
        for (int block = 0x10; block <= 0xFF; block++) {
            if (creator.equals(string(group << 16 | block))) {
                return get(group << 16 | block << 8 | element & 0xFF);
            }
        }
        return null;
    }

    /** First value as text, without padding; null when there is no such element or no value. */
    public @Nullable String string(int tag) {
        List<String> all = strings(tag);
        return all.isEmpty() || all.get(0).isEmpty() ? null : all.get(0);
    }

    /** First value as text, or the other text when there is none. */
    public String string(int tag, String otherwise) {
        String value = string(tag);
        return value == null ? otherwise : value;
    }

    /** All values as texts, numbers too; empty when there is no such element or it holds no value. */
    public List<String> strings(int tag) {
        return get(tag) instanceof Element.Value value ? strings(value) : List.of();
    }

    /** All values of an element of this data set as texts. */
    public List<String> strings(Element.Value value) {
        if (value.length() == 0) {
            return List.of();
        }
        if (value.vr().isNumber()) {
            return numbers(value);
        }
        String text = text(value);
        return value.vr().hasBackslashValues() || value.vr() == Vr.UN ? split(text) : List.of(stripEnd(text));
    }

    /** The whole value decoded, backslashes and padding included. */
    public String text(Element.Value value) {
        return value.vr().usesCharacterSet() || value.vr() == Vr.UN
                ? characterSets.decode(value.array(), value.offset(), value.length())
                : asciiOf(value);
    }

    /** First value as a whole number, or the other when there is none or it is no number. */
    public int integer(int tag, int otherwise) {
        String text = string(tag);
        if (text == null) {
            return otherwise;
        }
        try {
            return (int) Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Items of a sequence; empty when there is none. */
    public List<Dataset> items(int tag) {
        return get(tag) instanceof Element.Items sequence ? sequence.items() : List.of();
    }

    static List<String> split(String text) {
        List<String> values = new ArrayList<>(2);
        int start = 0;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', start)) {
            values.add(trim(text.substring(start, i)));
            start = i + 1;
        }
        values.add(trim(text.substring(start)));
        return values.size() == 1 && values.get(0).isEmpty() ? List.of() : values;
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String asciiOf(Element.Value value) {
        return new String(value.array(), value.offset(), value.length(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static List<String> numbers(Element.Value value) {
        ByteBuffer bytes = ByteBuffer.wrap(value.array(), value.offset(), value.length())
                .order(value.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int size = value.vr() == Vr.AT ? 4 : value.vr().wordSize();
        List<String> all = new ArrayList<>(value.length() / size);
        while (bytes.remaining() >= size) {
            all.add(switch (value.vr()) {
                case US -> Integer.toString(bytes.getShort() & 0xFFFF);
                case SS -> Integer.toString(bytes.getShort());
                case UL -> Integer.toUnsignedString(bytes.getInt());
                case SL -> Integer.toString(bytes.getInt());
                case UV -> Long.toUnsignedString(bytes.getLong());
                case SV -> Long.toString(bytes.getLong());
                case FL -> Float.toString(bytes.getFloat());
                case FD -> Double.toString(bytes.getDouble());
                default -> Tag.hex(bytes.getShort() << 16 | bytes.getShort() & 0xFFFF);
            });
        }
        return all;
    }
}
