package org.imaginghaven.nlp.detect;

import java.util.List;

import org.imaginghaven.nlp.Finding;

/** Looks for one family of identifiers; thread-safe, without state. */
public interface Detector {

    /** Adds what it finds; spans may overlap those of other detectors. */
    void detect(Passage passage, List<Finding> found);
}
