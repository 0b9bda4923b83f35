package org.imaginghaven.dicom;

import java.util.Arrays;

/** A few tags to look in for each element of each file; immutable, without boxing. */
public final class TagSet {

    private final int[] sorted;

    private TagSet(int[] sorted) {
        this.sorted = sorted;
    }

    public static TagSet of(int... tags) {
        int[] sorted = tags.clone();
        Arrays.sort(sorted);
        return new TagSet(sorted);
    }

    /** @throws IllegalArgumentException for a keyword that the dictionary does not have */
    public static TagSet of(String... keywords) {
        int[] tags = new int[keywords.length];
        for (int i = 0; i < tags.length; i++) {
            Integer tag = Dictionary.tag(keywords[i]);
            if (tag == null) {
                throw new IllegalArgumentException("no element is called " + keywords[i]);
            }
            tags[i] = tag;
        }
        return of(tags);
    }

    /** These and one more. */
    public TagSet with(int tag) {
        int[] more = Arrays.copyOf(sorted, sorted.length + 1);
        more[sorted.length] = tag;
        return of(more);
    }

    public boolean has(int tag) {
        return Arrays.binarySearch(sorted, tag) >= 0;
    }

    /** Place among the tags in order of their signed value; negative when it is not there. */
    public int index(int tag) {
        return Arrays.binarySearch(sorted, tag);
    }

    public int size() {
        return sorted.length;
    }

    /** The tag at a place. */
    public int get(int index) {
        return sorted[index];
    }
}
