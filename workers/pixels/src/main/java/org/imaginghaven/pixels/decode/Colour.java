package org.imaginghaven.pixels.decode;

import org.imaginghaven.dicom.pixel.PixelFormat;

/** Colour as PS3.3 C.7.6.3.1.2 defines it. */
final class Colour {

    private Colour() {
    }

    static boolean isYbr(PixelFormat format) {
        return format.isColour() && format.bitsAllocated() == 8 && format.photometric().startsWith("YBR");
    }

    /** Full range YCbCr of ITU-R BT.601, 8 bit, interleaved, to RGB in place of it. */
    static byte[] toRgb(byte[] ybr) {
        for (int i = 0; i + 2 < ybr.length; i += 3) {
            double y = ybr[i] & 0xff;
            double cb = (ybr[i + 1] & 0xff) - 128;
            double cr = (ybr[i + 2] & 0xff) - 128;
            ybr[i] = level(y + 1.402 * cr);
            ybr[i + 1] = level(y - 0.344136 * cb - 0.714136 * cr);
            ybr[i + 2] = level(y + 1.772 * cb);
        }
        return ybr;
    }

    private static byte level(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
