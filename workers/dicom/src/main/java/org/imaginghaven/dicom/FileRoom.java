package org.imaginghaven.dicom;

import java.nio.ByteBuffer;

/**
 * Memory that whole files are read into, one after the other; as large as the largest so far, within a bound. Not thread
 * safe.
 */
public final class FileRoom {

    private static final int LEAST = 1 << 20;
    private static final int PAGE = 1 << 12;
    /** Larger files are read in parts, since memory must not grow with them. */
    private static final int MOST = 1 << 22;

    private ByteBuffer bytes = ByteBuffer.allocate(0);

    static boolean fits(long size) {
        return size <= MOST;
    }

    /** An empty buffer of that size, the same memory each time. */
    ByteBuffer take(int size) {
        if (size > bytes.capacity()) {
            // the system copies from the start of a page: a target that begins a few bytes behind one is several times slower
            bytes = ByteBuffer.allocateDirect(Math.max(LEAST, Integer.highestOneBit(size - 1) << 1) + PAGE)
                    .alignedSlice(PAGE);
        }
        return bytes.clear().limit(size);
    }
}
