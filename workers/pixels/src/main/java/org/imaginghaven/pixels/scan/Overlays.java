package org.imaginghaven.pixels.scan;

import java.io.IOException;
import java.util.Arrays;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.pixels.text.GrayFrame;
import org.jspecify.annotations.Nullable;

/** Overlay planes (PS3.3 C.9.2 and C.9.3) as pictures, every frame of each, those in bits of the pixel data too. */
final class Overlays {

    /** Is given one picture after another, so that no more than one is held. */
    interface Viewer {

        /**
         * @param frame of the image that the picture lies over, from 0
         */
        void see(int frame, GrayFrame picture) throws IOException;

        /** Whether a frame's picture is to be made at all. */
        default boolean wants(int frame) {
            return true;
        }
    }

    private static final int FIRST_GROUP = 0x6000;
    private static final int LAST_GROUP = 0x601E;
    private static final int ROWS = 0x0010;
    private static final int COLUMNS = 0x0011;
    private static final int FRAMES = 0x0015;
    private static final int FIRST_FRAME = 0x0051;
    private static final int BIT_POSITION = 0x0102;
    private static final int DATA = 0x3000;
    private static final int MOST_PIXELS = 1 << 26;
    private static final int MOST_BYTES = 1 << 28;

    private Overlays() {
    }

    /**
     * Shows the planes that have data of their own.
     *
     * @throws DicomException
     *             MALFORMED when a plane's size does not fit its data
     */
    static void planes(DicomFile file, Viewer viewer) throws IOException {
        Dataset header = file.dataset();
        for (int group = FIRST_GROUP; group <= LAST_GROUP; group += 2) {
            int base = group << 16;
            byte[] bits = data(file, base | DATA);
            if (bits == null) {
                continue;
            }
            int rows = header.integer(base | ROWS, 0);
            int columns = header.integer(base | COLUMNS, 0);
            long pixels = (long) rows * columns;
            int frames = Math.max(1, header.integer(base | FRAMES, 1));
            if (rows <= 0 || columns <= 0 || pixels > MOST_PIXELS || pixels * frames > bits.length * 8L) {
                throw new DicomException(DicomException.Kind.MALFORMED, 0, base | DATA, bits.length);
            }
            int first = Math.max(1, header.integer(base | FIRST_FRAME, 1)) - 1;
            for (int frame = 0; frame < frames; frame++) {
                if (viewer.wants(first + frame)) {
                    viewer.see(first + frame, picture(bits, frame * pixels, columns, rows));
                }
            }
        }
    }

    private static byte @Nullable [] data(DicomFile file, int tag) throws IOException {
        return switch (file.dataset().get(tag)) {
            case Element.Value value -> Arrays.copyOfRange(value.array(), value.offset(),
                    value.offset() + value.length());
            case Element.Bulk bulk -> file.bytes(bulk, MOST_BYTES);
            case null, default -> null;
        };
    }

    /** Frames follow each other bit by bit, so one may begin inside a byte. */
    private static GrayFrame picture(byte[] bits, long start, int columns, int rows) {
        byte[] picture = new byte[rows * columns];
        for (int i = 0; i < picture.length; i++) {
            long at = start + i;
            picture[i] = (byte) ((bits[(int) (at / 8)] >> at % 8 & 1) * 255);
        }
        return new GrayFrame(columns, rows, picture);
    }

    /** Shows the planes in unused bits of native frames, for each group that names such a bit. */
    static void hidden(Dataset header, FilePixels pixels, Viewer viewer) throws IOException {
        PixelFormat format = pixels.format();
        if (format.encapsulated() || format.bitsAllocated() != 16 || format.samples() != 1) {
            return;
        }
        for (int group = FIRST_GROUP; group <= LAST_GROUP; group += 2) {
            int base = group << 16;
            int bit = header.integer(base | BIT_POSITION, 0);
            if (bit <= 0 || bit >= 16 || header.has(base | DATA)) {
                continue;
            }
            for (int frame = 0; frame < format.frames(); frame++) {
                if (viewer.wants(frame)) {
                    viewer.see(frame, hidden(pixels.frame(frame), bit, format));
                }
            }
        }
    }

    private static GrayFrame hidden(byte[] frame, int bit, PixelFormat format) {
        byte[] picture = new byte[format.rows() * format.columns()];
        for (int i = 0; i < picture.length; i++) {
            int word = frame[2 * i] & 0xff | (frame[2 * i + 1] & 0xff) << 8;
            picture[i] = (byte) ((word >> bit & 1) * 255);
        }
        return new GrayFrame(format.columns(), format.rows(), picture);
    }
}
