package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.imaginghaven.dicom.DicomWriter;

/** Keeps the last bytes read, so that comparing what was just written does not read the input again. Not thread safe. */
final class Remembered implements DicomWriter.BulkReader {

    private static final int ROOM = 1 << 20;

    private final ByteBuffer last = ByteBuffer.allocateDirect(ROOM);
    private DicomWriter.BulkReader source = (position, target) -> 0;
    private long start = -1;
    private int length;

    /** The same for another file; what was kept is forgotten. */
    Remembered of(DicomWriter.BulkReader other) {
        source = other;
        start = -1;
        length = 0;
        return this;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        int wanted = target.remaining();
        if (start < 0 || position < start || position + wanted > start + length) {
            if (wanted > ROOM) {
                return source.read(position, target);
            }
            last.clear().limit(wanted);
            int count = source.read(position, last);
            start = position;
            length = Math.max(0, count);
        }
        int offset = (int) (position - start);
        int count = Math.min(wanted, length - offset);
        target.put(target.position(), last, offset, count);
        target.position(target.position() + count);
        return count;
    }
}
