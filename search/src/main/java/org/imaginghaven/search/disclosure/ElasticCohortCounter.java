package org.imaginghaven.search.disclosure;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.SingleBucketAggregateBase;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.Facet;
import org.imaginghaven.search.schema.IndexFilter;
import org.imaginghaven.search.schema.PatientIndex;

/** One request for everything a page shows, over nested series groups, joined back to studies and patients: exact. */
final class ElasticCohortCounter implements CohortCounter {

    private static final String TOTAL = "total";
    private static final String SERIES = "series";
    private static final String STUDIES = "studies";
    private static final String PATIENTS = "patients";
    private static final String VALUES = "values";
    private static final int MOST_VALUES = 1_000;

    private final ElasticsearchClient client;

    ElasticCohortCounter(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public Optional<RawCounts> count(CohortQuery query) throws IOException {
        Optional<String> version = PatientIndex.version(client);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        // the index is named, not the alias, so that the version told is the version counted
        Map<String, Aggregate> answer = client
                .search(s -> s.index(version.get()).size(0).trackTotalHits(t -> t.enabled(false)).aggregations(SERIES,
                        nested(query)), Void.class)
                .aggregations();
        return Optional.of(read(version.get(), inside(answer, SERIES)));
    }

    private static Aggregation nested(CohortQuery query) {
        Map<String, Aggregation> questions = new HashMap<>();
        questions.put(TOTAL,
                filtered(query,
                        Map.of(SERIES, Aggregation.of(a -> a.sum(s -> s.field(PatientIndex.SERIES + ".count"))),
                                STUDIES,
                                Aggregation.of(a -> a.reverseNested(r -> r.path(PatientIndex.STUDIES))), PATIENTS,
                                patients())));
        for (Facet facet : Facet.values()) {
            Aggregation values = Aggregation
                    .of(a -> a.terms(t -> t.field(PatientIndex.field(facet)).size(MOST_VALUES))
                            .aggregations(PATIENTS, patients()));
            questions.put(facet.key(), filtered(query.without(facet), Map.of(VALUES, values, PATIENTS, patients())));
        }
        return Aggregation.of(a -> a.nested(n -> n.path(PatientIndex.SERIES)).aggregations(questions));
    }

    private static Aggregation filtered(CohortQuery query, Map<String, Aggregation> inner) {
        return Aggregation.of(a -> a.filter(IndexFilter.of(query)).aggregations(inner));
    }

    private static Aggregation patients() {
        return Aggregation.of(a -> {
            var joined = a.reverseNested(r -> r);
            PatientIndex.PRINTS.forEach(
                    print -> joined.aggregations(print, Aggregation.of(sum -> sum.sum(s -> s.field(print)))));
            return joined;
        });
    }

    private static RawCounts read(String version, Map<String, Aggregate> answer) {
        Map<String, Aggregate> total = inside(answer, TOTAL);
        Map<Facet, RawCounts.RawFacet> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, Aggregate> counted = inside(answer, facet.key());
            facets.put(facet, new RawCounts.RawFacet(set(counted), values(counted.get(VALUES))));
        }
        return new RawCounts(version, set(total), bucket(total, STUDIES).docCount(),
                Math.round(total.get(SERIES).sum().value()), facets);
    }

    private static SortedMap<String, PatientSet> values(Aggregate terms) {
        SortedMap<String, PatientSet> values = new TreeMap<>();
        if (terms.isSterms()) {
            terms.sterms().buckets().array()
                    .forEach(bucket -> values.put(bucket.key().stringValue(), set(bucket.aggregations())));
        } else if (terms.isLterms()) {
            terms.lterms().buckets().array()
                    .forEach(bucket -> values.put(Long.toString(bucket.key()), set(bucket.aggregations())));
        }
        return values;
    }

    private static PatientSet set(Map<String, Aggregate> parent) {
        SingleBucketAggregateBase patients = bucket(parent, PATIENTS);
        List<Long> prints = PatientIndex.PRINTS.stream()
                .map(print -> Math.round(patients.aggregations().get(print).sum().value())).toList();
        return new PatientSet(patients.docCount(), prints);
    }

    private static Map<String, Aggregate> inside(Map<String, Aggregate> parent, String name) {
        return bucket(parent, name).aggregations();
    }

    private static SingleBucketAggregateBase bucket(Map<String, Aggregate> parent, String name) {
        Object variant = parent.get(name)._get();
        if (variant instanceof SingleBucketAggregateBase bucket) {
            return bucket;
        }
        throw new IllegalStateException("aggregation " + name + " is not a single bucket");
    }
}
