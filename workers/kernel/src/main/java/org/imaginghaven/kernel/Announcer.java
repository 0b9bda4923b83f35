package org.imaginghaven.kernel;

import java.util.Map;

/** Tells the engine that something happened, so that processes that wait for it or start with it move on. */
public interface Announcer {

    /**
     * Announces a past fact. The same message id is taken at most once while the announcement lives (a day), so calling
     * again after a crash is safe.
     *
     * @param message name of the message, for example {@code extraction-verified}
     * @param correlation what a waiting process correlates by, empty for messages that start a process
     * @param messageId key of the thing the fact is about
     * @param variables opaque keys only
     */
    void announce(String message, String correlation, Key messageId, Map<String, Key> variables);
}
