package org.imaginghaven.search.request;

import org.imaginghaven.kernel.Key;

/** Starts the process of a request. */
@FunctionalInterface
public interface ProcessStart {

    /**
     * @return key of the process instance
     * @throws EngineAway when the engine does not answer; it is not known to have started
     */
    long start(Key request, Key project, Key cohort, String applicant) throws EngineAway;

    /** The engine does not answer now. */
    final class EngineAway extends Exception {
        private static final long serialVersionUID = 1L;

        public EngineAway(Throwable cause) {
            super("the process engine does not answer", cause);
        }
    }
}
