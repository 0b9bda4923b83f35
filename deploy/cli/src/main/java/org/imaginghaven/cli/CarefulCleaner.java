package org.imaginghaven.cli;

import java.util.List;
import java.util.Set;
import org.imaginghaven.dicom.deid.TextCleaner;
import org.imaginghaven.dicom.deid.VocabularyCleaner;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.clean.DetectingTextCleaner;

/**
 * Labels keep only words of the vocabulary, since a few words give a detector too little to go by; narratives keep what the
 * detectors let pass. The detectors are read when the first narrative comes, so that a run without one starts at once.
 */
final class CarefulCleaner implements TextCleaner {

    /** Loaded on first use. */
    private static final class Detecting {
        static final TextCleaner CLEANER = new DetectingTextCleaner(TextDetectors.standard());
    }

    private volatile boolean detecting;

    /** Identifiability rules that decided nothing; none when no narrative asked for any. */
    List<String> rulesNeverUsed() {
        return detecting ? TextDetectors.standard().rules().neverUsed() : List.of();
    }

    @Override
    public String clean(String text, Place place, Set<String> known) {
        if (!place.longText()) {
            return VocabularyCleaner.bundled().clean(text, place, known);
        }
        detecting = true;
        return Detecting.CLEANER.clean(text, place, known);
    }
}
