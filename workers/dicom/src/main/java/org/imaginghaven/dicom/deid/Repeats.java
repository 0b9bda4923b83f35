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

    private static final int SLOT_BITS = 12;
    private static final int LAST = 4;
    /** Longer values are seldom repeated, and so many of them would take much memory. */
    private static final int LONGEST = 1 << 10;

    /** A value before and after; after is null when it was removed. Scheme is what a code hangs on, null for others. */
    record Entry(int parent, Element.Value before, Element.@Nullable Value scheme, Rule rule, @Nullable Element after) {
    }

    private final @Nullable Entry[] entries = new Entry[1 << SLOT_BITS];

    void forget() {
        Arrays.fill(entries, null);
    }

    /** The entry of an equal value under the same rule; null when there is none. */
    @Nullable
    Entry find(int parent, Element.Value value, Element.@Nullable Value scheme, Rule rule) {
        int slot = slot(parent, value);
        Entry entry = entries[slot];
        if (entry == null || !fits(entry, parent, value, scheme, rule)) {
            entry = entries[slot ^ 1];
        }
        return entry != null && fits(entry, parent, value, scheme, rule) ? entry : null;
    }

    private static boolean fits(Entry entry, int parent, Element.Value value, Element.@Nullable Value scheme,
            Rule rule) {
        return entry.parent() == parent && entry.rule() == rule && same(entry.before(), value)
                && (scheme == null ? entry.scheme() == null : entry.scheme() != null && same(entry.scheme(), scheme));
    }

    /** Keeps copies, since a value of a file holds on to all of its header. */
    void keep(Entry entry) {
        if (entry.before().length() > LONGEST) {
            return;
        }
        Element.Value before = copy(entry.before());
        Element after = entry.after() instanceof Element.Value value ? copy(value) : entry.after();
        Element.Value scheme = entry.scheme() == null ? null : copy(entry.scheme());
        int slot = slot(entry.parent(), before);
        // two values that share a slot would push each other out in every file
        entries[slot ^ 1] = entries[slot];
        entries[slot] = new Entry(entry.parent(), before, scheme, entry.rule(), after);
    }

    private static Element.Value copy(Element.Value value) {
        byte[] bytes = Arrays.copyOfRange(value.array(), value.offset(), value.offset() + value.length());
        return new Element.Value(value.tag(), value.vr(), bytes, 0, bytes.length, value.bigEndian());
    }

    /** By the end of the value as well: the items of a sequence have the same elements, and UIDs differ at their end. */
    private static int slot(int parent, Element.Value value) {
        int sum = value.tag() * 31 + parent;
        byte[] array = value.array();
        int end = value.offset() + value.length();
        for (int i = Math.max(value.offset(), end - LAST); i < end; i++) {
            sum = sum * 31 + array[i];
        }
        return sum * 0x9E3779B9 >>> 32 - SLOT_BITS;
    }

    private static boolean same(Element.Value a, Element.Value b) {
        return a.tag() == b.tag() && a.vr() == b.vr() && a.bigEndian() == b.bigEndian() && Arrays.equals(a.array(),
                a.offset(), a.offset() + a.length(), b.array(), b.offset(), b.offset() + b.length());
    }
}
