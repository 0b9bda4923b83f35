package org.imaginghaven.workflows;

import java.util.concurrent.atomic.AtomicInteger;

/** Business keys that no other test uses. */
final class Keys {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Keys() {
    }

    static String next(String kind) {
        return "%s-%016d".formatted(kind, NEXT.incrementAndGet());
    }
}
