package org.imaginghaven.governance.people;

import java.util.Map;
import java.util.Set;
import org.imaginghaven.governance.people.TaskHistory.HistoryBehind;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Where every worker that follows a human task asks: who was it, may they, and can their words be kept? */
public record TaskDesk(TaskHistory history, People people, TextScreen screen) {

    /** @return the user name of who completed the task before the job */
    public String admit(Duty duty, JobContext job, Map<Part, Set<String>> involved) throws Refusal, HistoryBehind {
        return admit(duty, duty.group(), job, involved);
    }

    /** As {@link #admit(Duty, JobContext, Map)} for the task of one data controller. */
    public String admitForController(String controller, JobContext job, Map<Part, Set<String>> involved)
            throws Refusal, HistoryBehind {
        return admit(Duty.DECIDE, Duty.DECIDE.group() + controller, job, involved);
    }

    /** Refuses texts in which the detectors find anything; absent ones are fine. */
    public void screen(@Nullable GovernanceText... texts) throws Refusal {
        for (GovernanceText text : texts) {
            if (text != null && screen.mayIdentify(text.value())) {
                throw new Refusal(RefusalCode.TEXT_IDENTIFIES);
            }
        }
    }

    private String admit(Duty duty, String group, JobContext job, Map<Part, Set<String>> involved)
            throws Refusal, HistoryBehind {
        var completedBy = history.completedBy(job, group);
        return DutyCheck.admit(duty, group, completedBy, completedBy.map(people::groupsOf).orElse(Set.of()), involved);
    }
}
