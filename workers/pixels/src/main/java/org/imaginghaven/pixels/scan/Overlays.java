package org.imaginghaven.pixels.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.pixels.text.GrayFrame;

/** Overlay planes (PS3.3 C.9.2) as pictures, those in bits of the pixel data too. */
final class Overlays {

    private static final int ROWS = 0x0010;
    private static final int COLUMNS = 0x0011;
    private static final int BIT_POSITION = 0x0102;
    private static final int DATA = 0x3000;
    private static final int MOST_PIXELS = 1 << 26;

    private Overlays() {
    }

    /** First frame of each plane that has data of its own. */
    static List<GrayFrame> planes(Dataset header) {
        List<GrayFrame> planes = new ArrayList<>();
        for (int group = 0x6000; group <= 0x601E; group += 2) {
            int base = group << 16;
            if (header.get(base | DATA) instanceof Element.Value data) {
                int rows = header.integer(base | ROWS, 0);
                int columns = header.integer(base | COLUMNS, 0);
                byte[] bits = Arrays.copyOfRange(data.array(), data.offset(), data.offset() + data.length());
                if (rows > 0 && columns > 0 && (long) rows * columns <= Math.min(MOST_PIXELS, bits.length * 8L)) {
                    byte[] picture = new byte[rows * columns];
                    for (int i = 0; i < picture.length; i++) {
                        picture[i] = (byte) ((bits[i / 8] >> i % 8 & 1) * 255);
                    }
                    planes.add(new GrayFrame(columns, rows, picture));
                }
            }
        }
        return planes;
    }

    /** The plane in high bits of a native frame, for each group that names such a bit. */
    static List<GrayFrame> hidden(Dataset header, PixelFormat format, byte[] frame) {
        List<GrayFrame> planes = new ArrayList<>();
        for (int group = 0x6000; group <= 0x601E; group += 2) {
            int base = group << 16;
            int bit = header.integer(base | BIT_POSITION, 0);
            boolean inPixels = bit > 0 && bit < 16 && !header.has(base | DATA);
            if (inPixels && format.bitsAllocated() == 16 && format.samples() == 1) {
                byte[] picture = new byte[format.rows() * format.columns()];
                for (int i = 0; i < picture.length; i++) {
                    int word = frame[2 * i] & 0xff | (frame[2 * i + 1] & 0xff) << 8;
                    picture[i] = (byte) ((word >> bit & 1) * 255);
                }
                planes.add(new GrayFrame(format.columns(), format.rows(), picture));
            }
        }
        return planes;
    }
}
