package org.imaginghaven.governance.people;

import org.imaginghaven.kernel.GovernanceText;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a person on a human task, after it was found that they may take it.
 *
 * @param jobKey the engine's job that followed the task; it makes the review unique however often the job is delivered
 * @param subject opaque key
 * @param decision in kebab case
 */
public record Review(long jobKey, String subject, Duty duty, String username, String decision,
        @Nullable GovernanceText reason) {
}
