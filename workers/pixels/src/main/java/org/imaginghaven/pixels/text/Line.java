package org.imaginghaven.pixels.text;

/**
 * Where a line of text seems to lie: a rectangle that may be turned.
 *
 * @param centreX
 *            middle, in pixels of the frame
 * @param centreY
 *            middle, in pixels of the frame
 * @param length
 *            size along the line, pixels
 * @param thickness
 *            size across the line, pixels
 * @param angle
 *            of the line against the x axis, radians, clockwise on the screen, -π/2 to π/2
 * @param score
 *            the detector's mean probability inside, 0 to 1
 */
record Line(double centreX, double centreY, double length, double thickness, double angle, double score) {

    /** The upright box around the line, cut to the frame. */
    Box box(int frameWidth, int frameHeight) {
        double c = Math.abs(Math.cos(angle));
        double s = Math.abs(Math.sin(angle));
        double w = length * c + thickness * s;
        double h = length * s + thickness * c;
        int left = (int) Math.clamp(Math.floor(centreX - w / 2), 0, frameWidth);
        int top = (int) Math.clamp(Math.floor(centreY - h / 2), 0, frameHeight);
        int right = (int) Math.clamp(Math.ceil(centreX + w / 2), 0, frameWidth);
        int bottom = (int) Math.clamp(Math.ceil(centreY + h / 2), 0, frameHeight);
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    Line scaled(double factor) {
        return new Line(centreX * factor, centreY * factor, length * factor, thickness * factor, angle, score);
    }

    /** Whether the line runs neither along rows nor along columns, by more than three degrees. */
    boolean isTurned() {
        double quarter = Math.abs(angle) % (Math.PI / 2);
        return quarter > 0.05 && quarter < Math.PI / 2 - 0.05;
    }

    Line moved(double dx, double dy) {
        return new Line(centreX + dx, centreY + dy, length, thickness, angle, score);
    }

    /** The line with {@code more} pixels added to each end. */
    Line longer(double more) {
        return new Line(centreX, centreY, length + 2 * more, thickness, angle, score);
    }

    /** The line's pixels turned upright, {@code height} rows high, with a little air around. */
    GrayFrame cut(GrayFrame frame, int height, boolean upsideDown) {
        double air = 1.1;
        double k = thickness * air / height;
        int w = Math.clamp(Math.round((length + thickness * 0.3) / k), 8, 1600);
        byte[] out = new byte[w * height];
        double c = Math.cos(angle) * (upsideDown ? -1 : 1);
        double s = Math.sin(angle) * (upsideDown ? -1 : 1);
        for (int y = 0; y < height; y++) {
            double v = (y + 0.5 - height / 2.0) * k;
            for (int x = 0; x < w; x++) {
                double u = (x + 0.5 - w / 2.0) * k;
                out[y * w + x] = (byte) sample(frame, centreX + u * c - v * s - 0.5, centreY + u * s + v * c - 0.5);
            }
        }
        return new GrayFrame(w, height, out);
    }

    private static int sample(GrayFrame f, double x, double y) {
        double cx = Math.clamp(x, 0, f.width() - 1);
        double cy = Math.clamp(y, 0, f.height() - 1);
        int x0 = (int) cx;
        int y0 = (int) cy;
        int x1 = Math.min(x0 + 1, f.width() - 1);
        int y1 = Math.min(y0 + 1, f.height() - 1);
        double wx = cx - x0;
        double wy = cy - y0;
        return (int) Math.round((f.at(x0, y0) * (1 - wx) + f.at(x1, y0) * wx) * (1 - wy)
                + (f.at(x0, y1) * (1 - wx) + f.at(x1, y1) * wx) * wy);
    }
}
