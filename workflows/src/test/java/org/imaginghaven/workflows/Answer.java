package org.imaginghaven.workflows;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.util.Map;

/** What a scripted worker says to a job. */
sealed interface Answer {

    /** The job is done, with these variables. */
    record Done(Map<String, Object> variables) implements Answer {
    }

    /** The business says no, with the name of a refusal code. */
    record Refused(String code) implements Answer {
    }

    /** The worker broke; the engine gives the job again while retries are left. */
    record Broke(String what) implements Answer {
    }

    /** The worker took the job and says nothing yet. */
    record Busy() implements Answer {
    }

    static Answer done() {
        return new Done(Map.of());
    }

    static Answer done(Map<String, Object> variables) {
        return new Done(variables);
    }

    static Answer refused(String code) {
        return new Refused(code);
    }

    /** A worker of one job type. */
    @FunctionalInterface
    interface Worker {
        Answer work(ActivatedJob job);
    }
}
