package org.imaginghaven.pixels.text;

/**
 * A place in a frame where text is, or may be.
 *
 * @param box
 *            upright box around it, with a margin
 * @param certainty
 *            whether a reader could make text of it
 * @param confidence
 *            of the detector or the surest reader, 0 to 1
 * @param turned
 *            whether the line runs neither along rows nor along columns
 * @param faint
 *            whether it hardly stands out, so that more like it may lie unseen beside
 * @param reading
 *            what was read; may identify, so it is never written anywhere
 */
record TextBox(Box box, Certainty certainty, double confidence, boolean turned, boolean faint, Reading reading) {

    /** How far the finding is to be trusted. */
    enum Certainty {
        /** A reader made characters of it. */
        READ,
        /** It has the shape of a line of text and no reader could read it. */
        UNREAD
    }

    /** No more like it lies unseen. */
    TextBox vouched() {
        return new TextBox(box, certainty, confidence, turned, false, reading);
    }

    TextBox joined(TextBox other) {
        boolean read = certainty == Certainty.READ || other.certainty == Certainty.READ;
        return new TextBox(box.union(other.box), read ? Certainty.READ : Certainty.UNREAD,
                Math.max(confidence, other.confidence), turned || other.turned, faint || other.faint,
                confidence >= other.confidence ? reading : other.reading);
    }
}
