package org.imaginghaven.pixels.text;

/**
 * A frame as a reader would show it: one byte a pixel, 0 black to 255 white, row by row.
 *
 * @param width
 *            columns
 * @param height
 *            rows
 * @param pixels
 *            {@code width * height} bytes; not copied, so whoever makes a frame leaves them alone after
 */
public record GrayFrame(int width, int height, byte[] pixels) {

    /** Fixed point. */
    private static final int ONE = 1 << 10;

    public GrayFrame {
        if (width <= 0 || height <= 0 || pixels.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "frame of " + width + " x " + height + " with " + pixels.length + " bytes");
        }
    }

    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** The frame at another size, each new pixel a bilinear mix, or an area mean when it shrinks by half or more. */
    public GrayFrame scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        if (newWidth * 2 <= width && newHeight * 2 <= height) {
            return halved().scaled(newWidth, newHeight);
        }
        int[] left = new int[newWidth];
        int[] part = new int[newWidth];
        steps(newWidth, width, left, part);
        int[] top = new int[newHeight];
        int[] below = new int[newHeight];
        steps(newHeight, height, top, below);
        byte[] out = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int upper = top[y] * width;
            int lower = Math.min(top[y] + 1, height - 1) * width;
            for (int x = 0; x < newWidth; x++) {
                int x0 = left[x];
                int x1 = Math.min(x0 + 1, width - 1);
                int a = (pixels[upper + x0] & 0xff) * (ONE - part[x]) + (pixels[upper + x1] & 0xff) * part[x];
                int b = (pixels[lower + x0] & 0xff) * (ONE - part[x]) + (pixels[lower + x1] & 0xff) * part[x];
                out[y * newWidth + x] = (byte) ((a * (ONE - below[y]) + b * below[y] + ONE * ONE / 2) / (ONE * ONE));
            }
        }
        return new GrayFrame(newWidth, newHeight, out);
    }

    /** For each new pixel the old one at or before its middle, and what part of the way to the next it lies. */
    private static void steps(int to, int from, int[] before, int[] part) {
        double step = (double) from / to;
        for (int i = 0; i < to; i++) {
            double at = Math.clamp((i + 0.5) * step - 0.5, 0, from - 1);
            before[i] = (int) at;
            part[i] = (int) ((at - before[i]) * ONE);
        }
    }

    private GrayFrame halved() {
        int w = width / 2;
        int h = height / 2;
        byte[] out = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
                out[y * w + x] = (byte) ((sum + 2) / 4);
            }
        }
        return new GrayFrame(w, h, out);
    }

    /** A part of the frame, which must lie inside. */
    public GrayFrame cut(Box part) {
        byte[] out = new byte[Math.toIntExact(part.area())];
        for (int y = 0; y < part.height(); y++) {
            System.arraycopy(pixels, (part.y() + y) * width + part.x(), out, y * part.width(), part.width());
        }
        return new GrayFrame(part.width(), part.height(), out);
    }
}
