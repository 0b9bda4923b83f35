package org.imaginghaven.governance.people;

import java.util.Optional;
import org.imaginghaven.kernel.JobContext;

/** What the engine recorded about who completed its human tasks. */
public interface TaskHistory {

    /**
     * The assignee of the last human task that was offered to the group, in the same process instance, and completed
     * before the job was created; empty when it had no assignee.
     *
     * <p>Never answers from an older round while a newer one is still being recorded: waits until everything before the
     * job is there.
     *
     * @throws HistoryBehind when the record did not arrive in time; the job is then tried again
     */
    Optional<String> completedBy(JobContext job, String candidateGroup) throws HistoryBehind;

    /** The engine's record has not caught up with the job. */
    final class HistoryBehind extends Exception {
        private static final long serialVersionUID = 1L;

        public HistoryBehind(long jobKey) {
            super("the engine's record does not hold job " + jobKey + " yet");
        }
    }
}
