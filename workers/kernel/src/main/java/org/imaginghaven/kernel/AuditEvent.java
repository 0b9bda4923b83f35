package org.imaginghaven.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which thing on what evidence; every change of state is recorded by one.
 *
 * @param actor user name of the person, or {@code system:<job type>} for work nobody decided
 * @param action past fact in kebab case, for example {@code request-approved}
 * @param subject opaque key of the thing
 * @param evidence opaque key, digest or page reference of what the decision rests on
 * @param details counts, enums and dates only; never a value from an image or a patient
 */
public record AuditEvent(String actor, String action, String subject, @Nullable String evidence,
        Map<String, String> details) {

    public AuditEvent {
        details = Map.copyOf(details);
    }

    public static AuditEvent bySystem(String jobType, String action, Key subject, Map<String, String> details) {
        return new AuditEvent("system:" + jobType, action, subject.value(), null, details);
    }
}
