package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;

/**
 * All detectors in order: forms and numbers, known identifiers, names by their surroundings, the model; then what was found once
 * is found everywhere in the text; then eponyms are let go; then the findings are merged.
 */
public final class DetectorChain {

    private final Words words;
    /** Forms of numbers, dates and addresses, which do not depend on what is a name. */
    private final List<Detector> forms;
    private final List<Detector> names;
    /** Only for text in small letters and capitals, where a capital means something. */
    private final NameShape shape;
    private final WordPairNames pairs;
    private final MidSentenceNames midSentence;
    private final SignedRows rows;
    private final NameLists lists;
    private final NameConsistency consistency;
    private final EponymGuard eponyms;

    private DetectorChain(Words words, NameModel model) {
        this.words = words;
        NameGrammar grammar = new NameGrammar(words);
        eponyms = new EponymGuard(words);
        forms = List.of(new NumberDetector(), new NationalNumbers(), new DateDetector(), new ContactDetector(),
                new AgeDetector(),
                new PlaceDetector(), new AddressDetector());
        names = List.of(new KnownDetector(words), new SiteDetector(words), new BesideIdentifier(grammar, words),
                new LeadingNames(words),
                new TitleDetector(grammar, words), new NameContextDetector(grammar, words),
                new HeaderNameDetector(grammar, words), new SignatureDetector(grammar, words),
                new ModelDetector(model, words));
        shape = new NameShape(grammar, words);
        pairs = new WordPairNames(words);
        midSentence = new MidSentenceNames(words);
        rows = new SignedRows(grammar, words);
        lists = new NameLists(grammar, words);
        consistency = new NameConsistency(words);
    }

    /** Reads the lists and the model that the build made. */
    public static DetectorChain load() {
        return new DetectorChain(Words.load(), NameModel.load());
    }

    /**
     * @param told words that are names in other pieces of the same text, in small letters; those of this piece are added
     */
    public List<Finding> find(String text, KnownIdentifiers known, Map<String, FindingKind> told) {
        String cased = SameCase.restored(text, words);
        boolean bothCases = cased.equals(text) && text.codePoints().anyMatch(Character::isUpperCase);
        Passage passage = new Passage(cased, known, bothCases);
        if (bothCases && Capitals.sparing(passage, words)) {
            passage = passage.withSparingCapitals();
        }
        Passage form = bothCases ? passage : new Passage(SameCase.capitals(text), known, false);
        List<Finding> found = new ArrayList<>();
        for (Detector detector : forms) {
            detector.detect(form, found);
        }
        for (Detector detector : names) {
            detector.detect(passage, found);
        }
        if (bothCases) {
            shape.detect(passage, found);
            pairs.detect(passage, found);
            midSentence.detect(passage, found);
            rows.detect(passage, found);
        } else {
            shape.detectActing(passage, found);
            midSentence.detectGuessed(passage, found);
        }
        eponyms.release(passage, found);
        if (bothCases) {
            rows.lengthen(passage, found);
        }
        lists.detect(passage, found);
        List<Finding> again = new ArrayList<>();
        consistency.detect(passage, found, told, again);
        eponyms.release(passage, again);
        found.addAll(again);
        return BirthDates.told(cased, FindingMerger.merge(found));
    }
}
