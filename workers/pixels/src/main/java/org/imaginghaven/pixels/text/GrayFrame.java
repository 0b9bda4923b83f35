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
        byte[] out = new byte[newWidth * newHeight];
        double sx = (double) width / newWidth;
        double sy = (double) height / newHeight;
        for (int y = 0; y < newHeight; y++) {
            double fy = Math.clamp((y + 0.5) * sy - 0.5, 0, height - 1);
            int y0 = (int) fy;
            int y1 = Math.min(y0 + 1, height - 1);
            double wy = fy - y0;
            for (int x = 0; x < newWidth; x++) {
                double fx = Math.clamp((x + 0.5) * sx - 0.5, 0, width - 1);
                int x0 = (int) fx;
                int x1 = Math.min(x0 + 1, width - 1);
                double wx = fx - x0;
                double top = at(x0, y0) * (1 - wx) + at(x1, y0) * wx;
                double low = at(x0, y1) * (1 - wx) + at(x1, y1) * wx;
                out[y * newWidth + x] = (byte) Math.round(top * (1 - wy) + low * wy);
            }
        }
        return new GrayFrame(newWidth, newHeight, out);
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
