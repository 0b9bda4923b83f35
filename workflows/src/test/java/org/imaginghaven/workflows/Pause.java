package org.imaginghaven.workflows;

import java.util.concurrent.locks.LockSupport;

/** Lets the engine's own threads work. */
final class Pause {

    private Pause() {
    }

    static void moment() {
        LockSupport.parkNanos(2_000_000);
    }
}
