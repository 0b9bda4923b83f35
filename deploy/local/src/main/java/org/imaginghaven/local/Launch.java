package org.imaginghaven.local;

import java.time.Duration;

/** What is particular about starting one part. */
interface Launch {

    Part part();

    /** Unpacks, writes configuration, and says what to start. */
    Command prepare();

    /** Says whether the part does its work. Called again and again until it does; never throws. */
    boolean healthy();

    /** Work on the healthy part before others may use it. */
    default void complete() {
    }

    /** How long the part may take on a slow machine. */
    default Duration patience() {
        return Duration.ofMinutes(10);
    }
}
