package org.imaginghaven.search.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.imaginghaven.search.Population;
import org.imaginghaven.search.RunningIndex;
import org.imaginghaven.search.schema.AgeBand;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.Facet;
import org.imaginghaven.search.schema.IndexWriter;
import org.imaginghaven.search.schema.InventoryFilter;
import org.imaginghaven.search.schema.PatientDocument;
import org.imaginghaven.search.schema.PatientIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the search page counts and what an extraction will select are the same, whatever is asked. */
class IndexAndInventoryAgreeIT {

    private static final int PATIENTS = 400;

    private static ElasticsearchClient index;
    private static ElasticCohortCounter counter;
    private static JdbcClient search;
    private static List<PatientDocument> population;
    private static IndexWriter.Version version;

    @BeforeAll
    static void fill() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        population = Population.into(database.connect(ZoneRole.GATE), PATIENTS, 11);
        search = JdbcClient.create(database.connect(ZoneRole.SEARCH));
        index = PatientIndex.connect(RunningIndex.url());
        version = new IndexWriter(index).replaceWith(population.iterator());
        counter = new ElasticCohortCounter(index);
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @Test
    void sixtyRandomCohortsCountTheSameBothWays() throws IOException {
        Random random = new Random(5);
        int found = 0;
        for (int i = 0; i < 60; i++) {
            CohortQuery query = i == 0 ? CohortQuery.all() : random(random);
            RawCounts counted = counter.count(query).orElseThrow();
            Selected selected = select(query);
            assertThat(new Selected(counted.patients().patients(), counted.studies(), counted.series()))
                    .as(query.toJson()).isEqualTo(selected);
            found += selected.patients() > 0 ? 1 : 0;
            Facet facet = Facet.values()[i % Facet.values().length];
            assertThat(sizes(counted.facets().get(facet))).as(facet + " in " + query.toJson())
                    .isEqualTo(selectByValue(query.without(facet), facet));
        }
        assertThat(found).as("cohorts that are not empty").isGreaterThan(30);
    }

    @Test
    void theSameSetAskedForInOtherWordsIsKnownToBeTheSame() throws Exception {
        RawCounts all = counter.count(CohortQuery.all()).orElseThrow();
        RawCounts everyModality = counter
                .count(CohortQuery.of(Map.of("modality", List.of("CT", "MR", "US", "DX", "SR", "PT")))).orElseThrow();
        RawCounts women = counter.count(CohortQuery.of(Map.of("sex", List.of("F")))).orElseThrow();

        assertThat(everyModality.patients()).isEqualTo(all.patients());
        assertThat(women.patients()).isNotEqualTo(all.patients());
        assertThat(women.patients()).isEqualTo(all.facets().get(Facet.SEX).values().get("F"));
    }

    @Test
    void aNewVersionReplacesTheOldInOneStepAndRemovalActsAtOnce() throws IOException {
        IndexWriter writer = new IndexWriter(index);
        assertThat(version.patients()).isEqualTo(PATIENTS);
        assertThat(PatientIndex.version(index)).contains(version.name());

        assertThat(writer.remove(List.of(population.getFirst().patientKey(), new java.util.UUID(0, 0)))).isOne();
        assertThat(counter.count(CohortQuery.all()).orElseThrow().patients().patients()).isEqualTo(PATIENTS - 1L);

        version = writer.replaceWith(population.iterator());
        assertThat(PatientIndex.version(index)).contains(version.name());
        assertThat(index.indices().get(g -> g.index(PatientIndex.ALIAS + "-*")).result().keySet())
                .containsExactly(version.name());
        assertThat(counter.count(CohortQuery.all()).orElseThrow().patients().patients()).isEqualTo(PATIENTS);
    }

    @Test
    void anIndexThatCouldNotBeBuiltIsThrownAwayAndTheOldOneStays() throws IOException {
        List<PatientDocument> twice = List.of(population.getFirst(), population.getFirst());

        org.assertj.core.api.Assertions
                .assertThatThrownBy(() -> new IndexWriter(index).replaceWith(twice.iterator()))
                .isInstanceOf(IndexWriter.IncompleteIndex.class).hasMessageStartingWith("patient 2 was refused")
                .hasMessageNotContaining(population.getFirst().patientKey().toString());
        assertThat(index.indices().get(g -> g.index(PatientIndex.ALIAS + "-*")).result().keySet())
                .containsExactly(version.name());
    }

    private record Selected(long patients, long studies, long series) {
    }

    private static Selected select(CohortQuery query) {
        InventoryFilter filter = InventoryFilter.of(query);
        return search.sql("select count(distinct p.patient_key), count(distinct s.study_key), "
                + "count(distinct e.series_key) " + InventoryFilter.FROM + " where " + filter.condition())
                .params(filter.parameters())
                .query((row, number) -> new Selected(row.getLong(1), row.getLong(2), row.getLong(3))).single();
    }

    /** Asks for one value at a time, with nothing but the SQL reading of the grammar. */
    private static SortedMap<String, Long> selectByValue(CohortQuery rest, Facet facet) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        for (String value : valuesOf(facet)) {
            Map<Facet, SortedSet<String>> values = new EnumMap<>(Facet.class);
            values.putAll(rest.values());
            values.put(facet, new TreeSet<>(List.of(value)));
            long patients = select(new CohortQuery(values)).patients();
            if (patients > 0) {
                sizes.put(value, patients);
            }
        }
        return sizes;
    }

    private static SortedMap<String, Long> sizes(RawCounts.RawFacet facet) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        facet.values().forEach((value, set) -> {
            if (set.patients() > 0) {
                sizes.put(value, set.patients());
            }
        });
        return sizes;
    }

    private static List<String> valuesOf(Facet facet) {
        return switch (facet) {
            case MODALITY -> List.of("CT", "MR", "US", "DX", "SR", "PT", "XA");
            case BODY_PART -> List.of("CHEST", "ABDOMEN", "BRAIN", "KNEE");
            case SEX -> List.of("F", "M", "O");
            case AGE_BAND -> AgeBand.all().stream().map(AgeBand::label).toList();
            case YEAR -> List.of("2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024");
            case MANUFACTURER -> List.of("SIEMENS", "GE MEDICAL SYSTEMS", "CALEDON MEDICAL");
            case FINDING -> List.of("pneumonia:present", "pleural-effusion:absent", "nodule:uncertain",
                    "nodule:present");
        };
    }

    private static CohortQuery random(Random random) {
        Map<Facet, SortedSet<String>> values = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (random.nextInt(3) == 0) {
                List<String> all = new ArrayList<>(valuesOf(facet));
                java.util.Collections.shuffle(all, random);
                values.put(facet, new TreeSet<>(all.subList(0, 1 + random.nextInt(Math.min(4, all.size())))));
            }
        }
        return new CohortQuery(values);
    }
}
