package org.imaginghaven.nlp.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.imaginghaven.nlp.FindingKind;

/**
 * Everything a document says.
 *
 * @param parts pieces of text, with where they stand
 * @param pictures PNG or JPEG files inside it that nobody has looked at
 * @param unread why a piece inside it could not be read, one sentence for each; never a value
 */
public record DocumentContent(List<Part> parts, List<byte[]> pictures, List<String> unread) {

    /** Where what the reader of a document sees stands. */
    public static final String TEXT = "text";
    private static final Set<String> NARRATIVE = Set.of(TEXT, "annotation", "field");

    /**
     * A piece of text.
     *
     * @param place {@link #TEXT}, or the property, field or kind of element it is from: a word of this package, never of the document
     * @param meaning what it is by where it stands, for example the author; empty when it may say anything
     */
    public record Part(String place, String text, Optional<FindingKind> meaning) {
    }

    public DocumentContent {
        parts = List.copyOf(parts);
        pictures = List.copyOf(pictures);
        unread = List.copyOf(unread);
    }

    /** What a person reads in it: its text, notes and filled-in fields. */
    public String narrative() {
        return parts.stream().filter(part -> NARRATIVE.contains(part.place())).map(Part::text)
                .collect(Collectors.joining("\n"));
    }
}
