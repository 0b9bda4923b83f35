package org.imaginghaven.nlp;

import java.util.List;

import org.imaginghaven.nlp.detect.DetectorChain;

/**
 * Finds what identifies people in a text: the entry point of this module. One instance serves all threads; making one reads the
 * name model and the lists (about half a second), so share {@link #standard()}.
 *
 * <p>Detectors reduce risk and do not end it: what they leave is looked at by people before it is released.
 */
public final class TextDetectors {

    private final DetectorChain chain;

    private TextDetectors(DetectorChain chain) {
        this.chain = chain;
    }

    /**
     * The detectors with the lists and the model made by the build; read once.
     *
     * @throws IllegalStateException when the build did not make them
     */
    public static TextDetectors standard() {
        return Standard.INSTANCE;
    }

    /**
     * All findings, sorted by start, none overlapping.
     *
     * @param text of any length; a value of one word and a report of many pages alike
     * @param known what the record around the text names, or {@link KnownIdentifiers#none()}
     */
    public List<Finding> find(String text, KnownIdentifiers known) {
        return text.isBlank() ? List.of() : chain.find(text, known);
    }

    /** The text with each finding replaced by its kind in brackets. */
    public Redaction redact(String text, KnownIdentifiers known) {
        return Redaction.of(text, find(text, known));
    }

    private static final class Standard {
        static final TextDetectors INSTANCE = new TextDetectors(DetectorChain.load());
    }
}
