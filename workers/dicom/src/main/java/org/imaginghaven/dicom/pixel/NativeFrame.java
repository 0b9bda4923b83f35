package org.imaginghaven.dicom.pixel;

/** Brings native frames into one order: interleaved, little endian, RGB. */
final class NativeFrame {

    private NativeFrame() {
    }

    static byte[] interleaved(byte[] raw, PixelFormat format) {
        byte[] frame = raw;
        int word = Math.max(1, format.bitsAllocated() / 8);
        if (format.bigEndian() && word > 1) {
            frame = swapped(frame, word);
        }
        if (format.isSubsampled()) {
            frame = upsampled(frame, format);
        } else if (format.samples() > 1 && format.planar() == 1) {
            frame = byPixel(frame, format, word);
        }
        boolean ybr = format.isColour() && format.photometric().startsWith("YBR") && word == 1;
        return ybr ? rgb(frame) : frame;
    }

    private static byte[] swapped(byte[] bytes, int word) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length - bytes.length % word; i++) {
            result[i] = bytes[i - i % word + word - 1 - i % word];
        }
        return result;
    }

    private static byte[] byPixel(byte[] planes, PixelFormat format, int word) {
        byte[] result = new byte[planes.length];
        int pixels = format.rows() * format.columns();
        for (int sample = 0; sample < format.samples(); sample++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                for (int i = 0; i < word; i++) {
                    result[(pixel * format.samples() + sample) * word + i] = planes[(sample * pixels + pixel) * word
                            + i];
                }
            }
        }
        return result;
    }

    private static byte[] upsampled(byte[] pairs, PixelFormat format) {
        byte[] result = new byte[format.rows() * format.columns() * 3];
        for (int pair = 0; pair * 4 + 3 < pairs.length && pair * 6 + 5 < result.length; pair++) {
            result[pair * 6] = pairs[pair * 4];
            result[pair * 6 + 3] = pairs[pair * 4 + 1];
            result[pair * 6 + 1] = result[pair * 6 + 4] = pairs[pair * 4 + 2];
            result[pair * 6 + 2] = result[pair * 6 + 5] = pairs[pair * 4 + 3];
        }
        return result;
    }

    static byte[] rgb(byte[] ybr) {
        byte[] result = new byte[ybr.length];
        for (int i = 0; i + 2 < ybr.length; i += 3) {
            double y = ybr[i] & 0xFF;
            double blue = (ybr[i + 1] & 0xFF) - 128.0;
            double red = (ybr[i + 2] & 0xFF) - 128.0;
            result[i] = level(y + 1.402 * red);
            result[i + 1] = level(y - 0.344136 * blue - 0.714136 * red);
            result[i + 2] = level(y + 1.772 * blue);
        }
        return result;
    }

    private static byte level(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
