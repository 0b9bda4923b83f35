package org.imaginghaven.dicom.pixel;

/** Pixels from column x and row y on; whole when it lies inside the frame. */
public record Rectangle(int x, int y, int width, int height) {

    /** The part inside a frame of that size; may be empty. */
    public Rectangle within(int columns, int rows) {
        int left = Math.clamp(x, 0, columns);
        int top = Math.clamp(y, 0, rows);
        int right = Math.clamp((long) x + width, left, columns);
        int bottom = Math.clamp((long) y + height, top, rows);
        return new Rectangle(left, top, right - left, bottom - top);
    }

    public boolean isEmpty() {
        return width <= 0 || height <= 0;
    }
}
