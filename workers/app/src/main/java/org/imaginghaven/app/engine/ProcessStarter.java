package org.imaginghaven.app.engine;

import java.util.Map;

/** Starts processes for the pages and the API. */
public interface ProcessStarter {

    /**
     * Starts an instance of the latest version; the durations that processes wait for are added to the variables.
     *
     * @param variables opaque keys, user names, enums, counts and links
     * @return key of the process instance
     * @throws EngineAway when the engine does not answer; nothing was started
     */
    long start(String processId, Map<String, ?> variables);

    /** The engine does not answer. The message can be shown to people. */
    final class EngineAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public EngineAway() {
            super("The process engine does not answer, so nothing was started. Try again in a minute.");
        }
    }
}
