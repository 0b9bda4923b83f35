package org.imaginghaven.dicom.deid;

import java.util.ArrayList;
import java.util.List;

/** Creators of private blocks seen on the way down to an item. */
final class Owners {

    private record Owner(int depth, int tag, String creator) {
    }

    private final List<Owner> open = new ArrayList<>();

    void add(int depth, int tag, String creator) {
        open.add(new Owner(depth, tag, creator));
    }

    /** The creator of a private element in the item that is open at the depth; empty when it has none. */
    String of(int depth, int tag) {
        int block = tag & 0xFFFF0000 | tag >>> 8 & 0xFF;
        for (int i = open.size() - 1; i >= 0 && open.get(i).depth() == depth; i--) {
            if (open.get(i).tag() == block) {
                return open.get(i).creator();
            }
        }
        return "";
    }

    /** An item ended: its blocks are nobody's afterwards. */
    void leave(int depth) {
        while (!open.isEmpty() && open.get(open.size() - 1).depth() >= depth) {
            open.remove(open.size() - 1);
        }
    }
}
