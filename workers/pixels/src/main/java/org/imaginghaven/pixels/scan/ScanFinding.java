package org.imaginghaven.pixels.scan;

import org.imaginghaven.nlp.document.DocumentContent;

import org.imaginghaven.pixels.text.Box;

/** Something in a file that identifies or may: where it is and of what kind, never what it says. */
public sealed interface ScanFinding {

    /** PATIENT_NAME and so on, as the text detectors name them; TEXT for text in pixels that no detector named. */
    String kind();

    /**
     * Where, for the summary: the element's keyword, {@code pixels}, {@code overlay}, {@code document} with its part, {@code page} or
     * {@code picture} of a document.
     */
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
     * @param rule
     *            the rule, list or model version that found it; {@code element} when the element itself says what it holds
     * @param confidence
     *            0 to 1; 1 when the element itself says what it holds
     */
    record InTag(String path, String keyword, String kind, int start, int end, String rule, double confidence)
            implements
                ScanFinding {
        @Override
        public String place() {
            return keyword;
        }
    }

    /**
     * In a frame, an overlay, a drawn page or a picture of a document.
     *
     * @param place
     *            {@code pixels}, {@code overlay}, {@code page} or {@code picture}
     * @param frame
     *            frame, page or picture, from 0
     * @param read
     *            whether a reader could make characters of it
     */
    record InPixels(String place, int frame, Box box, String kind, boolean read, double confidence)
            implements
                ScanFinding {
    }

    /**
     * In what an encapsulated document says.
     *
     * @param part
     *            {@code text}, or the property, field or kind of element: a word of the program, never of the document
     * @param start
     *            first character of the finding in the part
     * @param end
     *            character after the last
     * @param rule
     *            the rule, list or model version that found it
     * @param confidence
     *            0 to 1
     */
    record InDocument(String part, String kind, int start, int end, String rule,
            double confidence) implements ScanFinding {
        @Override
        public String place() {
            return part.equals(DocumentContent.TEXT) ? "document" : "document." + part;
        }
    }

    /**
     * What could not be looked at: nobody knows what it holds.
     *
     * @param place
     *            {@code pixels}, {@code overlay}, {@code document}, {@code page} or {@code picture}
     * @param reason
     *            kind of the failure, never a value
     */
    record Undecoded(String place, String reason) implements ScanFinding {
        @Override
        public String kind() {
            return "NOT_DECODED";
        }
    }
}
