package org.imaginghaven.pixels.text;

import java.util.List;

/**
 * The text in one image.
 *
 * @param frames
 *            number of frames looked at
 * @param places
 *            every finding, with its frame
 */
public record PixelFindings(int frames, List<Place> places) {

    public PixelFindings {
        places = List.copyOf(places);
    }

    /**
     * Where text is. What it says is kept from every report; {@link #text()} is for detectors in memory.
     *
     * @param frame
     *            from 0; -1 for an overlay
     * @param box
     *            in pixels
     * @param read
     *            whether a reader could make characters of it
     * @param faint
     *            whether it hardly stands out
     * @param confidence
     *            0 to 1
     */
    public record Place(int frame, Box box, boolean read, boolean faint, double confidence, Reading reading) {

        /** What was read: may identify, never to be written. */
        public String text() {
            return reading.text();
        }
    }
}
