package org.imaginghaven.search.request;

import java.time.Instant;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.search.schema.CohortQuery;
import org.jspecify.annotations.Nullable;

/**
 * A request as its applicant sees it: without counts, which only disclosure control gives out.
 *
 * @param processInstance null while the engine has not started it
 */
public record MadeRequest(Key request, Key project, Key cohort, String title, String state, CohortQuery definition,
        @Nullable Long processInstance, Instant madeAt) {
}
