package org.imaginghaven.search.disclosure;

import java.io.IOException;
import java.util.Optional;
import org.imaginghaven.search.schema.CohortQuery;

/** Counts exactly. */
@FunctionalInterface
interface CohortCounter {

    /** Empty when there is no index yet. */
    Optional<RawCounts> count(CohortQuery query) throws IOException;
}
