package org.imaginghaven.dicom;

import java.util.List;

/**
 * One element of a {@link Dataset}. A class, and its kinds no records: a look at the tag of each element of each file is
 * then a read of a field, where an interface is searched for at every call.
 */
public abstract sealed class Element {

    private final int tag;
    private final Vr vr;

    private Element(int tag, Vr vr) {
        this.tag = tag;
        this.vr = vr;
    }

    public final int tag() {
        return tag;
    }

    public final Vr vr() {
        return vr;
    }

    /** A value on the heap: {@code length} bytes of {@code array} from {@code offset}, which must not be changed. */
    public static final class Value extends Element {
        private final byte[] array;
        private final int offset;
        private final int length;
        private final boolean bigEndian;

        /** @param bigEndian byte order of words in it */
        public Value(int tag, Vr vr, byte[] array, int offset, int length, boolean bigEndian) {
            super(tag, vr);
            this.array = array;
            this.offset = offset;
            this.length = length;
            this.bigEndian = bigEndian;
        }

        public byte[] array() {
            return array;
        }

        public int offset() {
            return offset;
        }

        public int length() {
            return length;
        }

        public boolean bigEndian() {
            return bigEndian;
        }
    }

    /** A sequence of items; also UN that turned out to hold one. */
    public static final class Items extends Element {
        private final List<Dataset> items;

        public Items(int tag, Vr vr, List<Dataset> items) {
            super(tag, vr);
            this.items = items;
        }

        public List<Dataset> items() {
            return items;
        }
    }

    /** A large value that stays in the file: {@code length} bytes from {@code position} (of the inflated file). */
    public static final class Bulk extends Element {
        private final long position;
        private final long length;
        private final boolean bigEndian;

        /** @param bigEndian byte order of words in it */
        public Bulk(int tag, Vr vr, long position, long length, boolean bigEndian) {
            super(tag, vr);
            this.position = position;
            this.length = length;
            this.bigEndian = bigEndian;
        }

        public long position() {
            return position;
        }

        public long length() {
            return length;
        }

        public boolean bigEndian() {
            return bigEndian;
        }
    }

    /** Encapsulated data: the basic offset table first, then the fragments. */
    public static final class Fragments extends Element {
        private final List<Fragment> fragments;

        public Fragments(int tag, Vr vr, List<Fragment> fragments) {
            super(tag, vr);
            this.fragments = fragments;
        }

        public List<Fragment> fragments() {
            return fragments;
        }
    }

    /**
     * One fragment, in the file or (when {@code bytes} is not empty, or length is 0) on the heap.
     *
     * @param position byte in the file, -1 when on the heap
     */
    public record Fragment(long position, int length, byte[] bytes) {
    }
}
