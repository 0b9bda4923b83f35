package org.imaginghaven.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.dicom.DicomException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements forward. Values stay in the chunks they were read in; large ones stay in the file.
 *
 * <p>Bounds that hold whatever the file says: 64 levels, a million elements, 64 MiB of values on the heap.
 */
final class Parser {

    /** Binary values above this stay in the file. */
    static final int BULK = 1 << 16;
    private static final int CHUNK = 1 << 15;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 1_000_000;
    private static final long MAX_HEAP = 64L << 20;
    private static final int UNDEFINED = -1;
    private static final int MOST_LEFT = 1 << 12;

    /** How the elements of one data set are written. */
    record Form(boolean explicit, boolean bigEndian) {
        static final Form IMPLICIT = new Form(false, false);
        static final Form EXPLICIT = new Form(true, false);
    }

    private final Source source;
    private byte[] chunk = new byte[0];
    private long base;
    private int limit;
    private int at;
    private int count;
    private long heap;

    Parser(Source source) {
        this.source = source;
    }

    long position() {
        return base + at;
    }

    void seek(long position) {
        if (position >= base && position <= base + limit) {
            at = (int) (position - base);
        } else {
            chunk = new byte[0];
            base = position;
            limit = 0;
            at = 0;
        }
    }

    /** Bytes available from here without moving, at most size. */
    int available(int size) throws IOException {
        if (at + size <= limit) {
            return size;
        }
        int kept = limit - at;
        byte[] next = new byte[Math.max(CHUNK, size + CHUNK / 4)];
        heap += next.length;
        System.arraycopy(chunk, at, next, 0, kept);
        int read = source.read(base + limit, next, kept, next.length - kept);
        base += at;
        chunk = next;
        at = 0;
        limit = kept + read;
        return Math.min(size, limit);
    }

    private void need(int size, int tag, long length) throws IOException {
        if (heap > MAX_HEAP + size) {
            throw new DicomException(Kind.TOO_LARGE, position(), tag, length);
        }
        if (available(size) < size) {
            throw new DicomException(Kind.TRUNCATED, position(), tag, length);
        }
    }

    int peek(int offset) {
        return chunk[at + offset] & 0xFF;
    }

    private int u16(int offset, boolean bigEndian) {
        int first = chunk[at + offset] & 0xFF;
        int second = chunk[at + offset + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    private int i32(int offset, boolean bigEndian) {
        int first = u16(offset, bigEndian);
        int second = u16(offset + 2, bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    private int tag(boolean bigEndian) {
        return u16(0, bigEndian) << 16 | u16(2, bigEndian);
    }

    /** The elements of group 2 from here. */
    Dataset meta() throws IOException {
        List<Element> elements = new ArrayList<>();
        while (available(8) == 8 && u16(0, false) == 2) {
            Form form = new Form(Vr.of(peek(4), peek(5)) != null, false);
            elements.add(element(tag(false), form, Long.MAX_VALUE, 0, CharacterSets.ASCII));
        }
        return new Dataset(elements, CharacterSets.ASCII);
    }

    /** All elements from here to the end of the file. */
    Dataset dataset(Form form) throws IOException {
        return elements(form, source.size(), false, 0, CharacterSets.ASCII);
    }

    private Dataset elements(Form form, long end, boolean openItem, int depth, CharacterSets inherited)
            throws IOException {
        if (depth > MAX_DEPTH) {
            throw new DicomException(Kind.TOO_DEEP, position(), 0, depth);
        }
        List<Element> elements = new ArrayList<>(depth == 0 ? 128 : 8);
        CharacterSets sets = inherited;
        while (position() < end) {
            int ready = available(8);
            if (ready < 8) {
                if (depth == 0 && (blank(ready) || isWhole(elements))) {
                    break;
                }
                throw new DicomException(Kind.TRUNCATED, position(), 0, ready);
            }
            int tag = tag(form.bigEndian);
            if (tag == Tag.ITEM_END && openItem) {
                at += 8;
                return new Dataset(elements, inherited);
            }
            if (tag == Tag.SEQUENCE_END && openItem) {
                return new Dataset(elements, inherited);
            }
            if (depth == 0 && tag == 0 && blank(8)) {
                break;
            }
            if (Tag.group(tag) == 0xFFFE) {
                throw new DicomException(Kind.MALFORMED, position(), tag, -1);
            }
            long start = position();
            Element element;
            try {
                element = element(tag, form, end, depth, sets);
            } catch (DicomException e) {
                if (depth == 0 && e.kind() != Kind.TOO_LARGE && e.kind() != Kind.TOO_DEEP && isStray(tag, elements)) {
                    seek(start);
                    if (isWhole(elements)) {
                        break;
                    }
                }
                throw e;
            }
            elements.add(element);
            if (tag == Tag.SPECIFIC_CHARACTER_SET) {
                sets = new Dataset(List.of(element), inherited).characterSets();
            }
        }
        if (openItem && position() >= end) {
            throw new DicomException(Kind.TRUNCATED, position(), Tag.ITEM_END, -1);
        }
        return new Dataset(elements, inherited);
    }

    /** A tag that cannot follow: bytes that someone left behind the data set read like that. */
    private static boolean isStray(int tag, List<Element> before) {
        if (before.isEmpty() || Integer.compareUnsigned(tag, before.get(before.size() - 1).tag()) <= 0) {
            return true;
        }
        boolean owned = Tag.isPrivate(tag) && Tag.group(tag) != 0xFFFF;
        return !owned && Dictionary.vr(tag) == null;
    }

    /** Whether nothing is missed if the data set ends here: its pixels were read, or it has none and little is left. */
    private boolean isWhole(List<Element> elements) {
        boolean image = false;
        for (Element element : elements) {
            int tag = element.tag();
            if (tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA) {
                return true;
            }
            image |= tag == Tag.ROWS;
        }
        return !image && elements.size() > 1 && source.size() - position() <= MOST_LEFT;
    }

    private boolean blank(int size) {
        for (int i = 0; i < size; i++) {
            if (chunk[at + i] != 0) {
                return false;
            }
        }
        return true;
    }

    private Element element(int tag, Form form, long end, int depth, CharacterSets sets) throws IOException {
        if (++count > MAX_ELEMENTS) {
            throw new DicomException(Kind.TOO_LARGE, position(), tag, count);
        }
        long start = position();
        Vr vr = form.explicit ? Vr.of(peek(4), peek(5)) : null;
        int header = 8;
        int length;
        if (!form.explicit) {
            vr = implicitVr(tag);
            length = i32(4, form.bigEndian);
        } else if (vr == null && !longFormAnyway()) {
            // an element without VR amid elements with one: seen in files merged by hand
            vr = implicitVr(tag);
            length = i32(4, form.bigEndian);
            if (length < 0 || start + 8 + length > end || length > 1 << 24 || Dictionary.vr(tag) == null) {
                throw new DicomException(Kind.MALFORMED, start, tag, -1);
            }
        } else if (vr == null || vr.isLongForm()) {
            vr = vr == null ? Vr.UN : vr;
            header = 12;
            need(12, tag, 12);
            length = i32(8, form.bigEndian);
        } else {
            length = u16(6, form.bigEndian);
        }
        at += header;
        if (length == UNDEFINED) {
            return undefined(tag, vr, form, end, depth, sets);
        }
        long size = length & 0xFFFFFFFFL;
        if (end != Long.MAX_VALUE && position() + size > end) {
            throw new DicomException(Kind.TRUNCATED, start, tag, size);
        }
        if (vr == Vr.SQ) {
            return new Element.Items(tag, vr, items(form, position() + size, depth + 1, sets));
        }
        if (vr == Vr.UN && size >= 8) {
            Element hidden = hiddenSequence(tag, position() + size, depth, sets);
            if (hidden != null) {
                return hidden;
            }
        }
        return value(tag, vr, form, start, size, depth);
    }

    private static Vr implicitVr(int tag) {
        Vr vr = Dictionary.vr(tag);
        return vr == null ? Vr.UN : vr;
    }

    /** Two letters that are no VR we know, or the signs some writers put for an unknown one. */
    private boolean longFormAnyway() {
        int first = peek(4);
        int second = peek(5);
        return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z' || first == '?' && second == '?'
                || first == '-' && second == '-';
    }

    private Element value(int tag, Vr vr, Form form, long start, long size, int depth) throws IOException {
        if (tag == Tag.PIXEL_DATA && depth == 0 || vr.isOther() && size > BULK) {
            if (source.size() == Long.MAX_VALUE && size > 0 && source.read(position() + size - 1, new byte[1], 0,
                    1) < 1) {
                throw new DicomException(Kind.TRUNCATED, start, tag, size);
            }
            Element bulk = new Element.Bulk(tag, vr, position(), size, form.bigEndian);
            seek(position() + size);
            return bulk;
        }
        if (size > MAX_HEAP - heap) {
            throw new DicomException(Kind.TOO_LARGE, start, tag, size);
        }
        // memory is taken for what is there, not for what the length says
        if (source.size() != Long.MAX_VALUE && position() + size > source.size()) {
            throw new DicomException(Kind.TRUNCATED, start, tag, size);
        }
        need((int) size, tag, size);
        Element value = new Element.Value(tag, vr, chunk, at, (int) size, form.bigEndian);
        at += (int) size;
        return value;
    }

    private Element undefined(int tag, Vr vr, Form form, long end, int depth, CharacterSets sets) throws IOException {
        if (tag == Tag.PIXEL_DATA || vr.isOther() && vr != Vr.UN) {
            return new Element.Fragments(tag, vr, fragments(tag, form));
        }
        if (vr != Vr.SQ && vr != Vr.UN) {
            throw new DicomException(Kind.INVALID_LENGTH, position(), tag, -1);
        }
        Form inner = vr == Vr.UN ? Form.IMPLICIT : form;
        return new Element.Items(tag, Vr.SQ, items(inner, UNDEFINED, depth + 1, sets));
    }

    /** UN may hold a sequence, in implicit little endian; null (and nothing moved) when it does not. */
    private @Nullable Element hiddenSequence(int tag, long end, int depth, CharacterSets sets) throws IOException {
        if (available(8) < 8 || tag(false) != Tag.ITEM) {
            return null;
        }
        byte[] savedChunk = chunk;
        long savedBase = base;
        int savedLimit = limit;
        int savedAt = at;
        try {
            List<Dataset> items = items(Form.IMPLICIT, end, depth + 1, sets);
            if (position() == end) {
                return new Element.Items(tag, Vr.SQ, items);
            }
        } catch (DicomException e) {
            if (e.kind() == Kind.TOO_LARGE || e.kind() == Kind.TOO_DEEP) {
                throw e;
            }
        }
        chunk = savedChunk;
        base = savedBase;
        limit = savedLimit;
        at = savedAt;
        return null;
    }

    private List<Dataset> items(Form form, long end, int depth, CharacterSets sets) throws IOException {
        List<Dataset> items = new ArrayList<>(1);
        while (end == UNDEFINED || position() < end) {
            need(8, Tag.ITEM, -1);
            int tag = tag(form.bigEndian);
            int length = i32(4, form.bigEndian);
            if (tag == Tag.SEQUENCE_END) {
                at += 8;
                break;
            }
            if (tag != Tag.ITEM) {
                throw new DicomException(Kind.MALFORMED, position(), tag, length);
            }
            if (++count > MAX_ELEMENTS) {
                throw new DicomException(Kind.TOO_LARGE, position(), tag, count);
            }
            at += 8;
            long itemEnd = length == UNDEFINED ? Long.MAX_VALUE : position() + (length & 0xFFFFFFFFL);
            if (length != UNDEFINED && (end != UNDEFINED && itemEnd > end || itemEnd > source.size())) {
                throw new DicomException(Kind.TRUNCATED, position(), tag, length & 0xFFFFFFFFL);
            }
            Form inner = form.explicit || available(6) < 6 || Vr.of(peek(4), peek(5)) == null || length == 0
                    || !hasExplicitLength() ? form : new Form(true, form.bigEndian);
            items.add(elements(inner, length == UNDEFINED && end != UNDEFINED ? end : itemEnd, length == UNDEFINED,
                    depth, sets));
        }
        return List.copyOf(items);
    }

    /** Inside UN the items must be implicit; some writers leave them explicit. A length of 16.7 million is no length. */
    private boolean hasExplicitLength() throws IOException {
        return available(8) == 8 && (i32(4, false) < 0 || i32(4, false) > 0x00FFFFFF);
    }

    private List<Element.Fragment> fragments(int tag, Form form) throws IOException {
        List<Element.Fragment> fragments = new ArrayList<>();
        byte[] header = new byte[8];
        long position = position();
        while (true) {
            int ready = source.read(position, header, 0, 8);
            if (ready == 0 && !fragments.isEmpty()) {
                break;
            }
            if (ready < 8) {
                throw new DicomException(Kind.TRUNCATED, position, tag, ready);
            }
            int mark = java.nio.ByteBuffer.wrap(header).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
            int length = java.nio.ByteBuffer.wrap(header).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(4);
            position += 8;
            if (mark == 0xE0DDFFFE) {
                break;
            }
            if (mark != 0xE000FFFE || length < 0 || form.bigEndian) {
                throw new DicomException(Kind.MALFORMED, position - 8, tag, length);
            }
            if (++count > MAX_ELEMENTS) {
                throw new DicomException(Kind.TOO_LARGE, position, tag, count);
            }
            boolean there = source.size() == Long.MAX_VALUE
                    ? length == 0 || source.read(position + length - 1, new byte[1], 0, 1) == 1
                    : position + length <= source.size();
            if (!there) {
                throw new DicomException(Kind.TRUNCATED, position - 8, tag, length);
            }
            fragments.add(new Element.Fragment(position, length, new byte[0]));
            position += length;
        }
        seek(position);
        return List.copyOf(fragments);
    }
}
