package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;

/**
 * A reader of its own for what the engine wrote: shares no code with the parser, accepts nothing that is not exactly in
 * order, and tells a visitor of every element.
 */
final class SecondReader {

    /** Hears of elements in order. Returning a text ends the walk: why the file is no good. */
    interface Visitor {

        /** An element with a value: length bytes at offset of the array, or (array empty) at the position in the file. */
        void value(int depth, int parent, int tag, Vr vr, byte[] array, int offset, int length, long position,
                long size)
                throws NotProven, IOException;

        void sequence(int depth, int parent, int tag) throws NotProven;

        void itemEnd(int depth) throws NotProven;

        /** Encapsulated fragment from 0 (the offset table). */
        void fragment(int index, long position, long size) throws NotProven, IOException;
    }

    /** What was found; names tags, never values. */
    static final class NotProven extends Exception {
        private static final long serialVersionUID = 1L;

        private final int tag;

        NotProven(String what) {
            this(what, 0);
        }

        private NotProven(String what, int tag) {
            super(what, null, false, false);
            this.tag = tag;
        }

        /** A value that an identifier is in. */
        static NotProven identifier(int tag) {
            return new NotProven("an identifier in " + Tag.text(tag), tag);
        }

        /** The element that would have to go; 0 when that would not help. */
        int tag() {
            return tag;
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }

    static final int WINDOW = 1 << 15;
    private static final int INLINE = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private byte[] window;
    private long base;
    private int filled;
    private long at;
    private boolean explicit = true;
    private boolean bigEndian;

    /** @param room to read into; a larger one is made when a value needs it */
    SecondReader(FileChannel channel, byte[] room) throws IOException {
        this.channel = channel;
        this.window = room;
        this.size = channel.size();
    }

    /** Makes bytes [at, at + count) available and returns their index in the window. */
    private int have(int count) throws IOException, NotProven {
        if (at >= base && at + count <= base + filled) {
            return (int) (at - base);
        }
        if (at + count > size) {
            throw new NotProven("the file ends inside an element");
        }
        if (count > window.length) {
            window = new byte[count + WINDOW];
        }
        base = at;
        filled = 0;
        ByteBuffer target = ByteBuffer.wrap(window);
        while (target.hasRemaining()) {
            int read = channel.read(target, base + filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return 0;
    }

    private int u16(int index) {
        int low = window[index] & 0xFF;
        int high = window[index + 1] & 0xFF;
        return bigEndian ? low << 8 | high : high << 8 | low;
    }

    private long u32(int index) {
        return bigEndian ? (long) u16(index) << 16 | u16(index + 2) : (long) u16(index + 2) << 16 | u16(index);
    }

    private int tag(int index) {
        return u16(index) << 16 | u16(index + 2);
    }

    /** Walks the meta header, then the data set in the given form. */
    void walk(boolean explicitVr, boolean bigEndianWords, Visitor meta, Visitor dataset) throws IOException, NotProven {
        int start = have(132);
        for (int i = 0; i < 128; i++) {
            if (window[start + i] != 0) {
                throw new NotProven("the preamble is not empty");
            }
        }
        if (window[start + 128] != 'D' || window[start + 129] != 'I' || window[start + 130] != 'C'
                || window[start + 131] != 'M') {
            throw new NotProven("there is no DICM prefix");
        }
        at = 144;
        int group = have(0) - 4;
        long end = at + u32(group);
        while (at < end) {
            element(0, 0, meta, -1);
        }
        explicit = explicitVr;
        bigEndian = bigEndianWords;
        int last = 0;
        while (at < size) {
            last = element(0, 0, dataset, last);
        }
    }

    private int element(int depth, int parent, Visitor visitor, int last) throws IOException, NotProven {
        int index = have(8);
        int tag = tag(index);
        if (last != -1 && Integer.compareUnsigned(tag, last) <= 0) {
            throw new NotProven("elements out of order at " + Tag.text(tag));
        }
        Vr vr;
        long length;
        if (explicit) {
            vr = Vr.of(window[index + 4], window[index + 5]);
            if (vr == null) {
                throw new NotProven("no VR at " + Tag.text(tag));
            }
            if (vr.isLongForm()) {
                index = have(12);
                length = u32(index + 8);
                at += 12;
            } else {
                length = u16(index + 6);
                at += 8;
            }
        } else {
            Vr known = Dictionary.vr(tag);
            vr = known == null ? Vr.UN : known;
            length = u32(index + 4);
            at += 8;
        }
        if (length == 0xFFFFFFFFL) {
            if (tag == Tag.PIXEL_DATA && depth == 0) {
                fragments(visitor);
            } else {
                visitor.sequence(depth, parent, tag);
                items(depth, tag, visitor);
            }
        } else if ((length & 1) == 1 || at + length > size) {
            throw new NotProven("a length that cannot be at " + Tag.text(tag));
        } else if (length > INLINE && vr.isOther() || tag == Tag.PIXEL_DATA && depth == 0) {
            visitor.value(depth, parent, tag, vr, new byte[0], 0, 0, at, length);
            at += length;
        } else {
            int from = have((int) length);
            visitor.value(depth, parent, tag, vr, window, from, (int) length, at, length);
            at += length;
        }
        return tag;
    }

    private void items(int depth, int sequence, Visitor visitor) throws IOException, NotProven {
        if (depth > 66) {
            throw new NotProven("sequences too deep at " + Tag.text(sequence));
        }
        while (true) {
            int index = have(8);
            int mark = tag(index);
            at += 8;
            if (mark == Tag.SEQUENCE_END) {
                return;
            }
            if (mark != Tag.ITEM || u32(index + 4) != 0xFFFFFFFFL) {
                throw new NotProven("no item where one must be in " + Tag.text(sequence));
            }
            int last = 0;
            while (tag(have(8)) != Tag.ITEM_END) {
                last = element(depth + 1, sequence, visitor, last);
            }
            at += 8;
            visitor.itemEnd(depth + 1);
        }
    }

    private void fragments(Visitor visitor) throws IOException, NotProven {
        for (int i = 0;; i++) {
            int index = have(8);
            int mark = tag(index);
            long length = u32(index + 4);
            at += 8;
            if (mark == Tag.SEQUENCE_END) {
                return;
            }
            if (mark != Tag.ITEM || at + length > size) {
                throw new NotProven("a broken fragment");
            }
            visitor.fragment(i, at, length);
            at += length;
        }
    }
}
