package org.imaginghaven.dicom.pixel;

import java.util.List;
import java.util.Map;

/**
 * What is done to the frames of an image: boxes blanked, bits above those stored cleared. Works on the layout the frames
 * are in, so that nothing else changes.
 *
 * @param boxes by frame from 0; key -1 is every frame
 * @param clearHighBits whether bits that hold no sample are cleared (overlays hide there)
 */
public record FrameEdit(Map<Integer, List<Rectangle>> boxes, boolean clearHighBits) {

    public boolean isNothing() {
        return boxes.values().stream().allMatch(List::isEmpty) && !clearHighBits;
    }

    /** Edits a frame in place. */
    public void apply(byte[] frame, PixelFormat format, int index) {
        if (clearHighBits && format.bitsAllocated() == 16) {
            clearHighBits(frame, format);
        }
        for (int key : new int[]{-1, index}) {
            for (Rectangle box : boxes.getOrDefault(key, List.of())) {
                Rectangle inside = box.within(format.columns(), format.rows());
                if (!inside.isEmpty()) {
                    blank(frame, format, inside);
                }
            }
        }
    }

    private static void clearHighBits(byte[] frame, PixelFormat format) {
        int shift = format.highBit() + 1 - format.bitsStored();
        int mask = ((1 << format.bitsStored()) - 1) << shift;
        int high = format.bigEndian() ? 0 : 1;
        for (int i = 0; i + 1 < frame.length; i += 2) {
            frame[i + high] &= (byte) (mask >> 8);
            frame[i + 1 - high] &= (byte) mask;
        }
    }

    private static void blank(byte[] frame, PixelFormat format, Rectangle box) {
        for (int y = box.y(); y < box.y() + box.height(); y++) {
            if (format.bitsAllocated() == 1) {
                blankBits(frame, format, box, y);
            } else if (format.isSubsampled()) {
                blankPairs(frame, format, box, y);
            } else if (format.samples() > 1 && format.planar() == 1) {
                for (int sample = 0; sample < format.samples(); sample++) {
                    fill(frame, format, (sample * format.rows() + y) * format.columns() + box.x(), box.width(), sample);
                }
            } else {
                row(frame, format, box, y);
            }
        }
    }

    private static void row(byte[] frame, PixelFormat format, Rectangle box, int y) {
        int first = y * format.columns() + box.x();
        if (format.samples() == 1) {
            fill(frame, format, first, box.width(), 0);
            return;
        }
        for (int x = 0; x < box.width(); x++) {
            for (int sample = 0; sample < format.samples(); sample++) {
                fill(frame, format, (first + x) * format.samples() + sample, 1, sample);
            }
        }
    }

    /** Words from one on, as black; chroma has its middle value. */
    private static void fill(byte[] frame, PixelFormat format, int word, int count, int sample) {
        int size = format.bitsAllocated() / 8;
        boolean chroma = sample > 0 && format.photometric().startsWith("YBR");
        java.util.Arrays.fill(frame, word * size, (word + count) * size, (byte) 0);
        if (chroma) {
            int top = format.bigEndian() ? 0 : size - 1;
            for (int i = word; i < word + count; i++) {
                frame[i * size + top] = (byte) 0x80;
            }
        }
    }

    private static void blankPairs(byte[] frame, PixelFormat format, Rectangle box, int y) {
        int from = (y * format.columns() + box.x()) / 2;
        int to = (y * format.columns() + box.x() + box.width() + 1) / 2;
        for (int pair = from; pair < to && pair * 4 + 3 < frame.length; pair++) {
            frame[pair * 4] = 0;
            frame[pair * 4 + 1] = 0;
            frame[pair * 4 + 2] = (byte) 0x80;
            frame[pair * 4 + 3] = (byte) 0x80;
        }
    }

    private static void blankBits(byte[] frame, PixelFormat format, Rectangle box, int y) {
        for (int x = box.x(); x < box.x() + box.width(); x++) {
            int bit = y * format.columns() + x;
            frame[bit >> 3] &= (byte) ~(1 << (bit & 7));
        }
    }
}
