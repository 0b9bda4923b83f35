package org.imaginghaven.pixels.text;

/**
 * A rectangle of pixels, upright, in the frame's own coordinates (origin top left).
 *
 * @param x
 *            first column
 * @param y
 *            first row
 * @param width
 *            columns, at least 0
 * @param height
 *            rows, at least 0
 */
public record Box(int x, int y, int width, int height) {

    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("box with a negative side");
        }
    }

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    public long area() {
        return (long) width * height;
    }

    /** The box grown by {@code margin} pixels on each side and cut to a frame. */
    public Box grown(int margin, int frameWidth, int frameHeight) {
        int left = Math.max(0, x - margin);
        int top = Math.max(0, y - margin);
        int right = Math.min(frameWidth, right() + margin);
        int bottom = Math.min(frameHeight, bottom() + margin);
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    public Box union(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public long overlap(Box other) {
        long w = Math.min(right(), other.right()) - (long) Math.max(x, other.x);
        long h = Math.min(bottom(), other.bottom()) - (long) Math.max(y, other.y);
        return w > 0 && h > 0 ? w * h : 0;
    }

    /** The part of this box that the other covers, 0 to 1. */
    public double coveredBy(Box other) {
        return area() == 0 ? 0 : (double) overlap(other) / area();
    }
}
