package org.imaginghaven.dicom.deid;

import java.util.Arrays;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.policy.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What became of values under which rule: the files of a series repeat nearly all of them. Only for files of the same
 * people, with the same character set and pseudonym. Not thread safe.
 */
final class Repeats {

    private static final int SLOTS = 1 << 10;

    /** A value before and after; null when it was removed. */
    record Entry(Element.Value before, Rule rule, @Nullable Element after) {
    }

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    void forget() {
        Arrays.fill(entries, null);
    }

    /** The entry of an equal value under the same rule; null when there is none. */
    @Nullable
    Entry find(Element.Value value, Rule rule) {
        Entry entry = entries[slot(value.tag())];
        return entry != null && entry.rule() == rule && same(entry.before(), value) ? entry : null;
    }

    Entry keep(Element.Value value, Rule rule, @Nullable Element after) {
        Entry entry = new Entry(value, rule, after);
        entries[slot(value.tag())] = entry;
        return entry;
    }

    private static int slot(int tag) {
        return (tag * 0x9E3779B9) >>> 22;
    }

    private static boolean same(Element.Value a, Element.Value b) {
        return a.tag() == b.tag() && a.vr() == b.vr() && a.bigEndian() == b.bigEndian() && Arrays.equals(a.array(),
                a.offset(), a.offset() + a.length(), b.array(), b.offset(), b.offset() + b.length());
    }
}
