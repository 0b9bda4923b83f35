package org.imaginghaven.pixels.text;

/**
 * A picture in three ways, which the detector sees at once as red, green and blue: as it is, by local contrast, and that
 * smoothed. By measurement one look at the three finds what three looks at one each find, with fewer false lines: text is
 * strong in at least one of them, and an edge of anatomy is not the same in all.
 *
 * @param plain
 *            as it is
 * @param local
 *            each pixel against its surroundings
 * @param smooth
 *            the same with less grain
 */
record Views(GrayFrame plain, GrayFrame local, GrayFrame smooth) {

    private static final int RADIUS = 20;
    /** Grey levels between pixels two apart, below which nothing is drawn: the faintest text seen differs by 20. */
    private static final int STEP = 8;
    private static final int MARGIN = 16;

    static Views of(GrayFrame frame) {
        GrayFrame local = Contrast.local(frame, RADIUS);
        return new Views(frame, local, Contrast.smoothed(local));
    }

    /** The picture as it is, three times. */
    static Views plain(GrayFrame frame) {
        return new Views(frame, frame, frame);
    }

    Views cut(Box part) {
        if (part.area() == plain.pixels().length) {
            return this;
        }
        return new Views(plain.cut(part), local.cut(part), smooth.cut(part));
    }

    Views scaled(int width, int height) {
        return new Views(plain.scaled(width, height), local.scaled(width, height), smooth.scaled(width, height));
    }

    /** The smallest box in the part outside of which the picture is flat; empty when all of it is. */
    Box content(Box part) {
        int left = part.right();
        int right = part.x();
        int top = part.bottom();
        int bottom = part.y();
        byte[] px = plain.pixels();
        int w = plain.width();
        for (int y = part.y(); y < part.bottom(); y++) {
            int below = Math.min(y + 2, part.bottom() - 1) * w;
            for (int x = part.x(); x < part.right(); x++) {
                int v = px[y * w + x] & 0xff;
                int beside = px[y * w + Math.min(x + 2, part.right() - 1)] & 0xff;
                if (Math.abs(v - beside) > STEP || Math.abs(v - (px[below + x] & 0xff)) > STEP) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        if (right <= left) {
            return new Box(part.x(), part.y(), 0, 0);
        }
        int x = Math.max(part.x(), left - MARGIN);
        int y = Math.max(part.y(), top - MARGIN);
        return new Box(x, y, Math.min(part.right(), right + MARGIN) - x, Math.min(part.bottom(), bottom + MARGIN) - y);
    }
}
