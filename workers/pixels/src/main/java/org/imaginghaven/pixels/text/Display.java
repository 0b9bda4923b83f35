package org.imaginghaven.pixels.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.jspecify.annotations.Nullable;

/**
 * A native frame as grey pictures, in each way that text may show: over the whole range of values and, where few values
 * hold most of the pixels, over those alone; colour by lightness, by its strongest part and by how far it is from grey (letters may be as
 * light as what lies behind). The first
 * shows the most.
 */
public final class Display {

    private static final int RED = 0x00281201;
    private static final int GREEN = 0x00281202;
    private static final int BLUE = 0x00281203;
    private static final int RED_DESCRIPTOR = 0x00281101;

    /** Difference of a pixel's parts from which it is a colour. */
    private static final int COLOURED = 64;

    private final PixelFormat format;
    private final byte @Nullable [][] palette;
    private final int paletteFirst;

    private Display(Dataset header, PixelFormat format) {
        this.format = format;
        List<Integer> descriptor = header.strings(RED_DESCRIPTOR).stream().map(Display::number).toList();
        boolean indexed = format.samples() == 1 && format.photometric().equals("PALETTE COLOR")
                && descriptor.size() == 3;
        this.palette = indexed ? palette(header, descriptor) : null;
        this.paletteFirst = indexed ? descriptor.get(1) : 0;
    }

    /** A display for frames of that format. */
    public static Display of(Dataset header, PixelFormat format) {
        return new Display(header, format);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Tables as 8 bit; null when they are segmented or missing, then the indices themselves are shown. */
    private static byte @Nullable [][] palette(Dataset header, List<Integer> descriptor) {
        int entries = descriptor.get(0) == 0 ? 65536 : descriptor.get(0) & 0xffff;
        boolean wide = descriptor.get(2) > 8;
        byte[][] tables = new byte[3][];
        int[] tags = {RED, GREEN, BLUE};
        for (int i = 0; i < 3; i++) {
            byte[] raw = header.get(tags[i]) instanceof Element.Value value
                    ? Arrays.copyOfRange(value.array(), value.offset(), value.offset() + value.length())
                    : new byte[0];
            boolean packed = raw.length < entries * 2;
            if (raw.length < entries) {
                return null;
            }
            tables[i] = new byte[entries];
            for (int k = 0; k < entries; k++) {
                tables[i][k] = packed ? raw[k] : raw[2 * k + (wide ? 1 : 0)];
            }
        }
        return tables;
    }

    /** One picture, or more where one does not show all. */
    public List<GrayFrame> pictures(byte[] frame) {
        if (format.isColour()) {
            return colour(frame, 1, 2);
        }
        if (palette != null) {
            return indexed(frame, palette);
        }
        int[] values = values(frame);
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int low = sorted[0];
        int high = sorted[sorted.length - 1];
        List<GrayFrame> pictures = new ArrayList<>();
        int inner = sorted[sorted.length / 200];
        int outer = sorted[sorted.length - 1 - sorted.length / 200];
        if (outer > inner && (double) (high - low) / (outer - inner) > 1.6) {
            pictures.add(window(values, inner, outer));
        }
        pictures.add(window(values, low, high));
        return pictures;
    }

    private int[] values(byte[] frame) {
        int pixels = format.rows() * format.columns();
        int[] values = new int[pixels];
        int samples = format.samples();
        int word = Math.max(1, format.bitsAllocated() / 8);
        for (int i = 0; i < pixels; i++) {
            values[i] = format.bitsAllocated() == 1
                    ? frame[i / 8] >> i % 8 & 1
                    : value(frame, i * samples * word, word);
        }
        return values;
    }

    private int value(byte[] frame, int at, int word) {
        if (word > 2) {
            // floats and 32 bit integers: the upper half orders them well enough for a picture
            return (frame[at + word - 2] & 0xff) | frame[at + word - 1] << 8;
        }
        int value = word == 1 ? frame[at] & 0xff : frame[at] & 0xff | (frame[at + 1] & 0xff) << 8;
        int bits = format.bitsStored();
        int shift = format.highBit() + 1 - bits;
        int clean = value >> Math.max(0, shift) & (1 << bits) - 1;
        return format.signed() ? clean << 32 - bits >> 32 - bits : clean;
    }

    private GrayFrame window(int[] values, int low, int high) {
        byte[] out = new byte[values.length];
        double k = high > low ? 255.0 / (high - low) : 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.clamp(Math.round((values[i] - low) * k), 0, 255);
        }
        return new GrayFrame(format.columns(), format.rows(), out);
    }

    private List<GrayFrame> indexed(byte[] frame, byte[][] tables) {
        int[] values = values(frame);
        byte[] rgb = new byte[values.length * 3];
        for (int i = 0; i < values.length; i++) {
            int entry = Math.clamp(values[i] - paletteFirst, 0, tables[0].length - 1);
            for (int k = 0; k < 3; k++) {
                rgb[i * 3 + k] = tables[k][entry];
            }
        }
        return colour(rgb, 1, 2, 1);
    }

    private List<GrayFrame> colour(byte[] rgb, int green, int blue) {
        return colour(rgb, green, blue, Math.max(1, format.bitsAllocated() / 8));
    }

    private List<GrayFrame> colour(byte[] rgb, int green, int blue, int word) {
        int pixels = format.rows() * format.columns();
        byte[] light = new byte[pixels];
        byte[] strong = new byte[pixels];
        byte[] hue = new byte[pixels];
        int coloured = 0;
        for (int i = 0; i < pixels; i++) {
            int at = i * 3 * word + word - 1;
            int r = rgb[at] & 0xff;
            int g = rgb[at + green * word] & 0xff;
            int b = rgb[at + blue * word] & 0xff;
            light[i] = (byte) ((299 * r + 587 * g + 114 * b + 500) / 1000);
            int most = Math.max(r, Math.max(g, b));
            strong[i] = (byte) most;
            int colour = most - Math.min(r, Math.min(g, b));
            hue[i] = (byte) colour;
            if (colour > COLOURED) {
                coloured++;
            }
        }
        List<GrayFrame> pictures = new ArrayList<>();
        pictures.add(new GrayFrame(format.columns(), format.rows(), light));
        if (coloured > 0) {
            pictures.add(new GrayFrame(format.columns(), format.rows(), strong));
            pictures.add(new GrayFrame(format.columns(), format.rows(), hue));
        }
        return pictures;
    }
}
