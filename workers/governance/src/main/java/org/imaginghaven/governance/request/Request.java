package org.imaginghaven.governance.request;

import java.util.Map;
import java.util.Set;
import org.imaginghaven.governance.people.Part;
import org.imaginghaven.kernel.Key;

/**
 * A request for access.
 *
 * @param round how often it was submitted, from 1; data controllers decide anew in each round
 */
public record Request(Key requestKey, Key projectKey, Key cohortKey, String applicant, RequestState state, int round) {

    /** Who must not judge it: the one who asked. */
    public Map<Part, Set<String>> applicantOnly() {
        return Map.of(Part.APPLICANT, Set.of(applicant));
    }
}
