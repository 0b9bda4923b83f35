package org.imaginghaven.nlp.sr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.imaginghaven.dicom.Dataset;

/** A coded entry: scheme, value (short, long or a URN: PS3.3 8.1) and what it means to people. */
public record Code(String scheme, String value, String meaning) {

    static Optional<Code> of(Dataset dataset, int sequence) {
        List<Dataset> items = dataset.items(sequence);
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Code(items.getFirst().string(SrTags.CODING_SCHEME, ""), value(items.getFirst()),
                        items.getFirst().string(SrTags.CODE_MEANING, "")));
    }

    private static String value(Dataset code) {
        return Stream.of(SrTags.CODE_VALUE, SrTags.LONG_CODE_VALUE, SrTags.URN_CODE_VALUE)
                .map(tag -> code.string(tag, "")).filter(value -> !value.isEmpty()).findFirst().orElse("");
    }

    /** Whether the scheme is somebody's own (PS3.3 8.2), so that the meaning can be anything. */
    boolean isPrivate() {
        return scheme.isEmpty() || scheme.startsWith("99");
    }

    /** The unit as it is written behind a number: nothing for the UCUM unit of no dimension, annotations without their braces. */
    String unit() {
        return value.equals("1") ? "" : value.replaceFirst("^\\{([^{}]*)\\}$", "$1");
    }
}
