package org.imaginghaven.gate.promote;

import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.dicom.pixel.Rectangle;

/** From the boxes found in a sample to the action of a pixel rule, in the words of the engine's rules. */
final class PixelProposal {

    static final String KEEP_REGIONS = "keep-regions";
    static final String PROVED = "proved";
    static final String CLEAN = "clean";
    static final String LOOK = "look";
    /** None of so many: with 95 % confidence fewer than one image in a hundred has text (3 / n, the "rule of three"). */
    static final int FEWEST_SAMPLES = 300;
    private static final int MARGIN = 8;
    private static final int MOST_BOXES = 40;

    private final List<Rectangle> boxes = new ArrayList<>();
    private int samples;
    private int withRegions;
    private int withText;
    private int unreadable;
    private int unseen;

    void add(boolean hasRegions, List<Rectangle> found) {
        samples++;
        withRegions += hasRegions ? 1 : 0;
        withText += found.isEmpty() ? 0 : 1;
        found.forEach(this::merge);
    }

    void addUnreadable() {
        samples++;
        unreadable++;
    }

    /** Nobody but the reviewer looked at it: such a class is never taken as proved. */
    void addUnseen(boolean hasRegions) {
        add(hasRegions, List.of());
        unseen++;
    }

    /** The image says itself that it has text in it, whatever was found. */
    void countAsText(List<Rectangle> found) {
        withText += found.isEmpty() ? 1 : 0;
    }

    int samples() {
        return samples;
    }

    int withText() {
        return withText;
    }

    int unreadable() {
        return unreadable;
    }

    /** Clean needs no second look at each file when nothing was found in a sample that is large enough to say so. */
    String ifClean() {
        return withText == 0 && unreadable == 0 && unseen == 0 && samples >= FEWEST_SAMPLES ? PROVED : CLEAN;
    }

    /**
     * Ultrasound that says where its regions lie keeps those alone; else the boxes found go; where none were found each
     * image is looked at on its own.
     */
    String ifBlank() {
        if (withRegions > 0 && withRegions == samples) {
            return KEEP_REGIONS;
        }
        StringBuilder action = new StringBuilder();
        for (Rectangle box : boxes) {
            action.append(' ').append(Math.max(0, box.x() - MARGIN)).append(',').append(Math.max(0, box.y() - MARGIN))
                    .append(',').append(box.width() + 2 * MARGIN).append(',').append(box.height() + 2 * MARGIN);
        }
        return action.isEmpty() ? LOOK : "blank" + action;
    }

    private void merge(Rectangle box) {
        Rectangle grown = box;
        for (int i = 0; i < boxes.size();) {
            if (touch(boxes.get(i), grown) || boxes.size() >= MOST_BOXES) {
                grown = union(boxes.remove(i), grown);
                i = 0;
            } else {
                i++;
            }
        }
        boxes.add(grown);
    }

    private static boolean touch(Rectangle a, Rectangle b) {
        return a.x() - MARGIN < b.x() + b.width() && b.x() - MARGIN < a.x() + a.width()
                && a.y() - MARGIN < b.y() + b.height() && b.y() - MARGIN < a.y() + a.height();
    }

    private static Rectangle union(Rectangle a, Rectangle b) {
        int left = Math.min(a.x(), b.x());
        int top = Math.min(a.y(), b.y());
        return new Rectangle(left, top, Math.max(a.x() + a.width(), b.x() + b.width()) - left,
                Math.max(a.y() + a.height(), b.y() + b.height()) - top);
    }
}
