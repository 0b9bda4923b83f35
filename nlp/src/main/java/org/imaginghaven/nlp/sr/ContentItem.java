package org.imaginghaven.nlp.sr;

import java.util.List;
import java.util.Optional;

/**
 * One item of the content tree.
 *
 * @param path its place, "1" for the root, "1.2" for the root's second child
 * @param type CONTAINER, TEXT, CODE, NUM, PNAME, DATE, …; REFERENCE for an item that only points to another
 * @param relationship to its parent, empty at the root
 * @param name what it is about
 * @param value as text; of a code its meaning, of a number with its unit or why there is none, of a reference the path it points
 *        to, of an image, a waveform or a composite its instance, of coordinates their kind, of a
 *        container whether its text is CONTINUOUS
 * @param code the code of a CODE item, or of the unit of a NUM item
 */
public record ContentItem(String path, String type, String relationship, Optional<Code> name, String value,
        Optional<Code> code,
        List<ContentItem> children) {

    public ContentItem {
        children = List.copyOf(children);
    }

    /** The value stays out of logs. */
    @Override
    public String toString() {
        return path + " " + type + " of " + value.length() + " characters, " + children.size() + " children";
    }
}
