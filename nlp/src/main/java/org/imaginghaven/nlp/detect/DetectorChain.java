package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.List;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.KnownIdentifiers;

/**
 * All detectors in order: known identifiers, forms and numbers, names by their surroundings, the model; then what was found once
 * is found everywhere in the text; then eponyms are let go; then the findings are merged.
 */
public final class DetectorChain {

    private final Words words;
    private final List<Detector> detectors;
    private final NameConsistency consistency;
    private final EponymGuard eponyms;

    private DetectorChain(Words words, NameModel model) {
        this.words = words;
        NameGrammar grammar = new NameGrammar(words);
        eponyms = new EponymGuard(words);
        detectors = List.of(new KnownDetector(words), new NumberDetector(), new DateDetector(), new ContactDetector(),
                new AgeDetector(), new PlaceDetector(words), new TitleDetector(grammar, words),
                new NameContextDetector(grammar, words), new HeaderNameDetector(grammar, words),
                new SignatureDetector(grammar, words), new ModelDetector(model, words));
        consistency = new NameConsistency(words);
    }

    /** Reads the lists and the model that the build made. */
    public static DetectorChain load() {
        return new DetectorChain(Words.load(), NameModel.load());
    }

    public List<Finding> find(String text, KnownIdentifiers known) {
        Passage passage = new Passage(SmallLetters.restored(text, words), known);
        List<Finding> found = new ArrayList<>();
        for (Detector detector : detectors) {
            detector.detect(passage, found);
        }
        found.removeIf(finding -> eponyms.holds(passage, finding));
        List<Finding> again = new ArrayList<>();
        consistency.detect(passage, found, again);
        again.removeIf(finding -> eponyms.holds(passage, finding));
        found.addAll(again);
        return FindingMerger.merge(found);
    }
}
