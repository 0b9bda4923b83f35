package org.imaginghaven.pixels.decode;

/** Colour as PS3.3 C.7.6.3.1.2 defines it. */
final class Colour {

    private Colour() {
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

    /** The way back. */
    static byte[] toYbr(byte[] rgb) {
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            double r = rgb[i] & 0xff;
            double g = rgb[i + 1] & 0xff;
            double b = rgb[i + 2] & 0xff;
            rgb[i] = level(0.299 * r + 0.587 * g + 0.114 * b);
            rgb[i + 1] = level(128 - 0.168736 * r - 0.331264 * g + 0.5 * b);
            rgb[i + 2] = level(128 + 0.5 * r - 0.418688 * g - 0.081312 * b);
        }
        return rgb;
    }

    private static byte level(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
