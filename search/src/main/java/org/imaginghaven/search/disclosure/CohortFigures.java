package org.imaginghaven.search.disclosure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.Facet;

/**
 * What a viewer may know about a cohort.
 *
 * @param dataVersion the version of the index that was counted
 * @param exact whether shown figures are exact; else they carry noise and are rounded
 * @param facets for each facet its values in order, each counted in the cohort without that facet
 */
public record CohortFigures(CohortQuery query, String dataVersion, boolean exact, Figure patients, Figure studies,
        Figure series, Map<Facet, List<Value>> facets) {

    public CohortFigures {
        Map<Facet, List<Value>> copy = new EnumMap<>(Facet.class);
        facets.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        facets = Collections.unmodifiableMap(copy);
    }

    /** Whether too few patients, or none, belong to it for the number to be shown. */
    public boolean few() {
        return !(patients instanceof Figure.Shown);
    }

    /** One value of a facet and how many patients have it. */
    public record Value(String value, Figure patients, boolean chosen) {
    }
}
