package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What a policy does to the elements of one file, line by line, with values masked. */
public final class Explanation {

    private Explanation() {
    }

    /** Lines {@code tag VR keyword: what happens (which rule), masked size}; nested elements are indented. */
    public static List<String> of(Policy policy, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        new Deidentifier(Deidentifier.Parts.of(policy, ProjectKey.random())).explain(file,
                (depth, within, before, after, rule) -> {
                    String keyword = Dictionary.keyword(before.tag());
                    String name = keyword != null
                            ? keyword
                            : Tag.isPrivate(before.tag())
                                    ? "private of \"" + Rewriter.creator(within, before.tag()) + "\""
                                    : "unknown";
                    String line = "  ".repeat(depth) + Tag.text(before.tag()) + " " + before.vr() + " " + name + ": "
                            + rule.action().word() + " [" + rule.origin() + "] " + size(before) + " -> " + size(after);
                    // items are done before their sequence and shown after it
                    (depth == 0 ? lines : nested).add(line);
                    if (depth == 0) {
                        lines.addAll(nested);
                        nested.clear();
                    }
                });
        return lines;
    }

    /** The mask: how long, never what. */
    private static String size(@Nullable Element element) {
        return switch (element) {
            case null -> "gone";
            case Element.Value value -> value.length() == 0 ? "empty" : value.length() + " bytes";
            case Element.Items sequence -> sequence.items().size() + " items";
            case Element.Bulk bulk -> bulk.length() + " bytes";
            case Element.Fragments fragments -> fragments.fragments().size() + " fragments";
        };
    }
}
