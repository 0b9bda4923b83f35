package org.imaginghaven.governance.people;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/**
 * Decides whether the person who completed a task may have done so. Pure: who completed it, which groups they are in and
 * who took part before are given.
 *
 * <p>The engine's candidate groups forbid nothing, so this runs after the fact, on the recorded assignee.
 */
public final class DutyCheck {

    private DutyCheck() {
    }

    /**
     * @param group the group the task was offered to
     * @param completedBy the assignee of the completed task; nobody assigned is nobody entitled
     * @param groups of the person who completed it; empty when unknown or disabled
     * @param involved who took which part so far
     * @return the user name
     * @throws Refusal NOT_ENTITLED or SEPARATION_OF_DUTIES
     */
    public static String admit(Duty duty, String group, Optional<String> completedBy, Set<String> groups,
            Map<Part, Set<String>> involved) throws Refusal {
        String person = completedBy.filter(name -> !name.isBlank()).filter(_ -> groups.contains(group))
                .orElseThrow(() -> new Refusal(RefusalCode.NOT_ENTITLED));
        for (Part part : duty.excludes()) {
            // a part nobody was looked up for is a fault of the caller, not a permission
            Set<String> people = involved.get(part);
            if (people == null) {
                throw new IllegalStateException("nobody looked up who was " + part);
            }
            if (people.contains(person)) {
                throw new Refusal(RefusalCode.SEPARATION_OF_DUTIES);
            }
        }
        return person;
    }
}
