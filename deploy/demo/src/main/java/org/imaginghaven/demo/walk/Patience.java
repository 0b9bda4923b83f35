package org.imaginghaven.demo.walk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for something that another program brings about. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private Patience() {
    }

    static <T> T await(String what, Duration patience, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > end) {
                throw new DemoFailure("waited " + patience.toSeconds() + " s in vain for " + what, null);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoFailure("interrupted while waiting for " + what, e);
            }
        }
    }
}
