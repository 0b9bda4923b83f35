package org.imaginghaven.dicom.deid;

import java.util.Set;

/** Keeps only words of a vocabulary of body parts, modalities, sequences, contrast, views and directions. */
public final class VocabularyCleaner implements TextCleaner {

    public static VocabularyCleaner bundled() {
        return new VocabularyCleaner();
    }

    @Override
    public String clean(String text, Place place, Set<String> known) {
        return "";
    }
}
