package org.imaginghaven.search.schema;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/** A cohort read as an Elasticsearch query over one nested series group, where every facet of a patient is repeated. */
public final class IndexFilter {

    private IndexFilter() {
    }

    public static Query of(CohortQuery query) {
        if (query.isAll()) {
            return Query.of(q -> q.matchAll(all -> all));
        }
        return Query.of(q -> q.bool(bool -> {
            query.values().forEach((facet, values) -> {
                List<FieldValue> terms = values.stream()
                        .map(value -> facet == Facet.YEAR ? FieldValue.of(Long.parseLong(value)) : FieldValue.of(value))
                        .toList();
                bool.filter(f -> f.terms(t -> t.field(PatientIndex.field(facet)).terms(list -> list.value(terms))));
            });
            return bool;
        }));
    }
}
