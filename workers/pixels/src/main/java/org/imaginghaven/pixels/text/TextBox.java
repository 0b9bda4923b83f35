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
 * @param reading
 *            what was read; may identify, so it is never written anywhere
 */
record TextBox(Box box, Certainty certainty, double confidence, Reading reading) {

    /** How far the finding is to be trusted. */
    enum Certainty {
        /** A reader made characters of it. */
        READ,
        /** It has the shape of a line of text and no reader could read it. */
        UNREAD
    }
}
