package org.imaginghaven.gate.promote;

import org.jspecify.annotations.Nullable;

/** Turns a value of one tag into what may leave the zone. */
@FunctionalInterface
interface ValueStandard {

    /**
     * @param patients how many have the value
     * @return null when the value stays in the zone
     */
    @Nullable
    String of(String raw, long patients);
}
