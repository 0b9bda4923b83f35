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

    /** A value before and after; after is null when it was removed. Scheme is what a code hangs on, null for others. */
    record Entry(int parent, Element.Value before, Element.@Nullable Value scheme, Rule rule, @Nullable Element after) {
    }

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    void forget() {
        Arrays.fill(entries, null);
    }

    /** The entry of an equal value under the same rule; null when there is none. */
    @Nullable
    Entry find(int parent, Element.Value value, Element.@Nullable Value scheme, Rule rule) {
        Entry entry = entries[slot(parent, value.tag())];
        boolean found = entry != null && entry.parent() == parent && entry.rule() == rule
                && same(entry.before(), value)
                && (scheme == null ? entry.scheme() == null : entry.scheme() != null && same(entry.scheme(), scheme));
        return found ? entry : null;
    }

    /** Keeps copies, since a value of a file holds on to all of its header. */
    void keep(Entry entry) {
        Element.Value before = copy(entry.before());
        Element after = entry.after() instanceof Element.Value value ? copy(value) : entry.after();
        Element.Value scheme = entry.scheme() == null ? null : copy(entry.scheme());
        entries[slot(entry.parent(), before.tag())] = new Entry(entry.parent(), before, scheme, entry.rule(), after);
    }

    private static Element.Value copy(Element.Value value) {
        byte[] bytes = Arrays.copyOfRange(value.array(), value.offset(), value.offset() + value.length());
        return new Element.Value(value.tag(), value.vr(), bytes, 0, bytes.length, value.bigEndian());
    }

    private static int slot(int parent, int tag) {
        return (tag * 0x9E3779B9 + parent * 0x85EBCA6B) >>> 22;
    }

    private static boolean same(Element.Value a, Element.Value b) {
        return a.tag() == b.tag() && a.vr() == b.vr() && a.bigEndian() == b.bigEndian() && Arrays.equals(a.array(),
                a.offset(), a.offset() + a.length(), b.array(), b.offset(), b.offset() + b.length());
    }
}
