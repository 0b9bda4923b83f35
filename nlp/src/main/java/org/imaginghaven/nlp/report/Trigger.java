package org.imaginghaven.nlp.report;

import java.util.List;

/** A phrase that changes the standing of findings near it. */
record Trigger(Effect effect, Where where, int reach, List<String> words) {

    enum Effect {
        ABSENT, UNCERTAIN, PAST, HYPOTHETICAL, OTHER, STOP, SKIP,
        /** Says of what stands right before it that it is there, whatever was said of the things before. */
        AFFIRM
    }

    enum Where {
        BEFORE, AFTER, ANY
    }

    String name() {
        return effect.name().toLowerCase(java.util.Locale.ROOT) + ":" + String.join("-", words);
    }
}
