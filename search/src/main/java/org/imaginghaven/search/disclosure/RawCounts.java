package org.imaginghaven.search.disclosure;

import java.util.Map;
import java.util.SortedMap;
import org.imaginghaven.search.schema.Facet;

/**
 * Exact counts of a cohort, before disclosure control; never leaves this package.
 *
 * @param facets for each facet the counts of its values in the cohort without that facet
 */
record RawCounts(String dataVersion, PatientSet patients, long studies, long series, Map<Facet, RawFacet> facets) {

    RawCounts {
        facets = Map.copyOf(facets);
    }

    /**
     * @param total patients of the cohort without this facet, with a value or not
     * @param values patients by value
     */
    record RawFacet(PatientSet total, SortedMap<String, PatientSet> values) {
    }
}
