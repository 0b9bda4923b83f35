package org.imaginghaven.nlp.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws every entry once before any comes again, so that a seed changes the order of the entries and not how often each comes. */
final class Deck {

    private final List<String> entries;
    private final Random random;
    private int next;

    Deck(List<String> entries, Random random) {
        this.entries = new ArrayList<>(entries);
        this.random = random;
        this.next = entries.size();
    }

    String draw() {
        if (next == entries.size()) {
            Collections.shuffle(entries, random);
            next = 0;
        }
        return entries.get(next++);
    }
}
