package org.imaginghaven.governance.approve;

import java.time.LocalDate;
import org.imaginghaven.kernel.GovernanceText;
import org.jspecify.annotations.Nullable;

/**
 * The decision of one data controller in one round.
 *
 * @param endsOn the day access to this controller's data ends; absent when the controller named none
 * @param reportText whether the text of this controller's reports may be released
 * @param decidedBy user name, or the job type for a lapse
 */
public record Decision(String controller, ControllerDecision decision, @Nullable GovernanceText conditions,
        @Nullable LocalDate endsOn, boolean reportText, @Nullable GovernanceText reason, String decidedBy) {
}
