package org.imaginghaven.gate.promote;

import org.imaginghaven.nlp.KnownIdentifiers;

/** The values a tag has in the store. */
interface TagValues {

    /** Most distinct values that are looked at; what is beyond is told, not looked at. */
    int MOST = 50_000;

    /** Takes the values, the most used first. */
    @FunctionalInterface
    interface Sink {
        void accept(TagProfile.ValueUse use, KnownIdentifiers known);
    }

    /** @return whether there were more than {@link #MOST} */
    boolean forEach(String keyword, Sink sink);
}
