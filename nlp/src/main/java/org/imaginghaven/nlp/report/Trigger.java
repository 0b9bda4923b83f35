package org.imaginghaven.nlp.report;

import java.util.List;

/** A phrase that changes the standing of findings near it. */
record Trigger(Effect effect, Where where, int reach, List<String> words) {

    private static final int NOUN_PHRASE = 5;

    enum Effect {
        ABSENT, UNCERTAIN, PAST, HYPOTHETICAL, OTHER, STOP, SKIP,
        /** Somebody else who speaks or is by: what follows is not theirs. */
        INFORMANT,
        /** Says of what stands right before it that it is there, whatever was said of the things before. */
        AFFIRM
    }

    enum Where {
        BEFORE, AFTER, ANY
    }

    /** Whether it says when or whose, which a finding's own words can say too. */
    boolean dates() {
        return effect == Effect.PAST || effect == Effect.OTHER;
    }

    /** Whether it speaks of the next few words alone: a bare "not", "absent", an adjective of the past. */
    boolean narrow() {
        return words.equals(List.of("not")) || words.equals(List.of("absent"))
                || effect == Effect.PAST && where == Where.BEFORE && reach < NOUN_PHRASE;
    }

    String name() {
        return effect.name().toLowerCase(java.util.Locale.ROOT) + ":" + String.join("-", words);
    }
}
