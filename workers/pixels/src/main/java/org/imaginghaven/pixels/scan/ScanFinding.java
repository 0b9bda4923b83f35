package org.imaginghaven.pixels.scan;

import org.imaginghaven.pixels.text.Box;

/** Something in a file that identifies or may: where it is and of what kind, never what it says. */
public sealed interface ScanFinding {

    /** PATIENT_NAME and so on, as the text detectors name them; TEXT for text in pixels that no detector named. */
    String kind();

    /** Where, for the summary: the element's keyword, {@code pixels} or {@code overlay}. */
    String place();

    /**
     * In an element.
     *
     * @param path
     *            keywords and item numbers from the top, for example {@code ContentSequence[2].TextValue}
     * @param keyword
     *            of the element; its tag in hexadecimal when it has none
     * @param start
     *            first character of the finding in the value
     * @param end
     *            character after the last
     * @param confidence
     *            0 to 1; 1 when the element itself says what it holds
     */
    record InTag(String path, String keyword, String kind, int start, int end, double confidence)
            implements
                ScanFinding {
        @Override
        public String place() {
            return keyword;
        }
    }

    /**
     * In a frame or an overlay.
     *
     * @param place
     *            {@code pixels} or {@code overlay}
     * @param frame
     *            from 0
     * @param read
     *            whether a reader could make characters of it
     */
    record InPixels(String place, int frame, Box box, String kind, boolean read, double confidence)
            implements
                ScanFinding {
    }
}
