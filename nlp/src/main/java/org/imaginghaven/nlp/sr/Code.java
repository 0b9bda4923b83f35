package org.imaginghaven.nlp.sr;

import java.util.List;
import java.util.Optional;

import org.imaginghaven.dicom.Dataset;

/** A coded entry: scheme, value and what it means to people. */
public record Code(String scheme, String value, String meaning) {

    static Optional<Code> of(Dataset dataset, int sequence) {
        List<Dataset> items = dataset.items(sequence);
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Code(items.getFirst().string(SrTags.CODING_SCHEME, ""),
                        items.getFirst().string(SrTags.CODE_VALUE, ""),
                        items.getFirst().string(SrTags.CODE_MEANING, "")));
    }
}
