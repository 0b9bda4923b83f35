package org.imaginghaven.pixels.text;

import java.util.List;

/**
 * A picture in three ways, which the detector sees at once as red, green and blue: as it is, by local contrast, and that
 * smoothed. By measurement one look at the three finds what three looks at one each find, with fewer false lines: text is
 * strong in at least one of them, and an edge of anatomy is not the same in all.
 *
 * @param pictures
 *            as it is, the first one is looked at; the others are further ways in which text may show
 * @param local
 *            each pixel against its surroundings
 * @param smooth
 *            the same with less grain
 */
record Views(List<GrayFrame> pictures, GrayFrame local, GrayFrame smooth) {

    private static final int RADIUS = 20;
    private static final int CLOSE_RADIUS = 8;
    /** Grey levels between pixels two apart, below which nothing is drawn: the faintest text seen differs by 20. */
    private static final int STEP = 8;
    private static final int MARGIN = 16;

    /** One or several pictures of the same frame: what stands out in any of them stands out in the local contrast. */
    static Views of(List<GrayFrame> pictures) {
        GrayFrame local = Contrast.local(pictures.getFirst(), RADIUS);
        for (GrayFrame other : pictures.subList(1, pictures.size())) {
            local = Contrast.stronger(local, Contrast.local(other, RADIUS));
        }
        return new Views(pictures, local, Contrast.smoothed(local));
    }

    /**
     * For a closer look where shapes lie over each other: contrast is taken within a letter's height, so that the edge of a
     * shape does not drown what is written beside it, and grain is smoothed first, so that it does not look like strokes.
     */
    static Views close(GrayFrame frame) {
        GrayFrame smooth = Contrast.smoothed(frame);
        return new Views(List.of(frame), Contrast.local(smooth, CLOSE_RADIUS), smooth);
    }

    GrayFrame plain() {
        return pictures.getFirst();
    }

    Views cut(Box part) {
        if (part.area() == plain().pixels().length) {
            return this;
        }
        return new Views(List.of(plain().cut(part)), local.cut(part), smooth.cut(part));
    }

    Views scaled(int width, int height) {
        return new Views(List.of(plain().scaled(width, height)), local.scaled(width, height),
                smooth.scaled(width, height));
    }

    /** The smallest box in the part outside of which all pictures are flat; empty when all of it is. */
    Box content(Box part) {
        Box content = new Box(part.x(), part.y(), 0, 0);
        for (GrayFrame picture : pictures) {
            Box here = content(picture, part);
            content = content.area() == 0 ? here : here.area() == 0 ? content : content.union(here);
        }
        return content;
    }

    private static Box content(GrayFrame picture, Box part) {
        int left = part.right();
        int right = part.x();
        int top = part.bottom();
        int bottom = part.y();
        byte[] px = picture.pixels();
        int w = picture.width();
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
