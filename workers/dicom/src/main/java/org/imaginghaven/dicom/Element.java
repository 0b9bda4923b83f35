package org.imaginghaven.dicom;

import java.util.List;

/** One element of a {@link Dataset}. */
public sealed interface Element {

    int tag();

    Vr vr();

    /**
     * A value on the heap: {@code length} bytes of {@code array} from {@code offset}, which must not be changed.
     *
     * @param bigEndian byte order of words in it
     */
    record Value(int tag, Vr vr, byte[] array, int offset, int length, boolean bigEndian) implements Element {
    }

    /** A sequence of items; also UN that turned out to hold one. */
    record Items(int tag, Vr vr, List<Dataset> items) implements Element {
    }

    /** A large value that stays in the file: {@code length} bytes from {@code position} (of the inflated file). */
    record Bulk(int tag, Vr vr, long position, long length, boolean bigEndian) implements Element {
    }

    /** Encapsulated data: the basic offset table first, then the fragments. */
    record Fragments(int tag, Vr vr, List<Fragment> fragments) implements Element {
    }

    /**
     * One fragment, in the file or (when {@code bytes} is not empty, or length is 0) on the heap.
     *
     * @param position byte in the file, -1 when on the heap
     */
    record Fragment(long position, int length, byte[] bytes) {
    }
}
