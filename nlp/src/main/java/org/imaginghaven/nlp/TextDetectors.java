package org.imaginghaven.nlp;

import java.util.List;

import org.imaginghaven.nlp.detect.DetectorChain;
import org.imaginghaven.nlp.rule.RuleSet;

/**
 * Finds what identifies people in a text: the entry point of this module. One instance serves all threads; making one reads the
 * name model and the lists (about half a second), so share {@link #standard()}.
 *
 * <p>Detectors reduce risk and do not end it: what they leave is looked at by people before it is released.
 */
public final class TextDetectors {

    private final DetectorChain chain;
    private final RuleSet rules;

    private TextDetectors(DetectorChain chain, RuleSet rules) {
        this.chain = chain;
        this.rules = rules;
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
        return find("", text, known);
    }

    /**
     * All findings in a value of a column, after the rules that people made for it.
     *
     * @param column DICOM keyword or name of the field, empty when there is none
     */
    public List<Finding> find(String column, String text, KnownIdentifiers known) {
        return text.isBlank() ? List.of() : rules.apply(column, text, chain.find(text, known));
    }

    /** The same detectors with other rules. */
    public TextDetectors withRules(RuleSet other) {
        return new TextDetectors(chain, other);
    }

    public RuleSet rules() {
        return rules;
    }

    /** The text with each finding replaced by its kind in brackets. */
    public Redaction redact(String text, KnownIdentifiers known) {
        return Redaction.of(text, find(text, known));
    }

    private static final class Standard {
        static final TextDetectors INSTANCE = new TextDetectors(DetectorChain.load(), RuleSet.bundled());
    }
}
