package org.imaginghaven.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imaginghaven.nlp.detect.DetectorChain;
import org.imaginghaven.nlp.detect.FindingMerger;
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
        if (text.isBlank()) {
            return List.of();
        }
        FoldedText folded = FoldedText.of(text);
        return folded.unfolded(rules.apply(column, folded.text(), found(folded.text(), known)));
    }

    private List<Finding> found(String text, KnownIdentifiers known) {
        Map<String, FindingKind> names = new HashMap<>();
        List<Pieces.Piece> pieces = Pieces.of(text);
        if (pieces.size() == 1) {
            return chain.find(text, known, names);
        }
        // twice, since a name that is told in a late piece is a name in the early ones too
        pieces.forEach(piece -> chain.find(text.substring(piece.from(), piece.to()), known, names));
        List<Finding> found = new ArrayList<>();
        for (Pieces.Piece piece : pieces) {
            for (Finding finding : chain.find(text.substring(piece.from(), piece.to()), known, names)) {
                found.add(Pieces.whole(text, piece, finding.moved(piece.from())));
            }
        }
        return FindingMerger.merge(found);
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
