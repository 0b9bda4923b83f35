package org.imaginghaven.search.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.Facet;
import org.imaginghaven.search.schema.InvalidCohort;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Viewer COORDINATOR = new Viewer("coordinator1", true);
    private static final Viewer RESEARCHER = new Viewer("researcher9", false);

    private final Remembered ledger = new Remembered();

    @Test
    void aCoordinatorSeesExactCountsAndNoSmallOnes() throws Exception {
        CohortFigures figures = figures(counts(30, Map.of("CT", 20L, "MR", 6L, "US", 4L)), COORDINATOR);

        assertThat(figures.exact()).isTrue();
        assertThat(figures.patients()).isEqualTo(new Figure.Shown(30));
        assertThat(figures.facets().get(Facet.MODALITY)).containsExactly(
                new CohortFigures.Value("CT", new Figure.Shown(20), false),
                new CohortFigures.Value("MR", new Figure.Withheld(), false),
                new CohortFigures.Value("US", new Figure.Hidden(5), false));
        assertThat(ledger.exact).hasSize(1);
        assertThat(ledger.noisy).isEmpty();
    }

    @Test
    void findingsAreHiddenAndWithheldConceptByConcept() throws Exception {
        RawCounts counts = counts(40, Facet.FINDING, Map.of("nodule:present", 30L, "pneumonia:present", 20L,
                "pneumonia:absent", 17L, "nodule:uncertain", 2L));

        assertThat(figures(counts, COORDINATOR).facets().get(Facet.FINDING)).containsExactly(
                new CohortFigures.Value("nodule:present", new Figure.Shown(30), false),
                new CohortFigures.Value("nodule:uncertain", new Figure.Hidden(5), false),
                new CohortFigures.Value("pneumonia:absent", new Figure.Withheld(), false),
                new CohortFigures.Value("pneumonia:present", new Figure.Shown(20), false));
    }

    @Test
    void studiesAndSeriesOfFewPatientsAreHiddenWithThem() throws Exception {
        CohortFigures figures = figures(counts(4, Map.of()), COORDINATOR);

        assertThat(List.of(figures.patients(), figures.studies(), figures.series()))
                .containsOnly(new Figure.Hidden(5));
        assertThat(figures.patients().text()).isEqualTo("fewer than 5");
    }

    @Test
    void aResearcherSeesRoundedNumbersNearTheTruthThatStayTheSame() throws Exception {
        RawCounts counts = counts(1_000, Map.of("CT", 600L, "MR", 400L));
        CohortFigures figures = figures(counts, RESEARCHER);

        assertThat(figures.exact()).isFalse();
        assertThat(figures.patients()).isInstanceOfSatisfying(Figure.Shown.class, shown -> {
            assertThat(shown.value()).isBetween(950L, 1_050L);
            assertThat(shown.value() % 5).isZero();
        });
        assertThat(figures(counts, RESEARCHER)).isEqualTo(figures);
        assertThat(ledger.exact).isEmpty();
    }

    @Test
    void theThresholdIsOnTheNoisyNumber() throws Exception {
        Map<Boolean, Integer> hidden = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            Figure figure = figures(counts(6, i), RESEARCHER).patients();
            hidden.merge(figure instanceof Figure.Hidden, 1, Integer::sum);
        }

        assertThat(hidden.get(true)).as("six patients, at times taken for fewer than five").isBetween(50, 250);
    }

    @Test
    void askingTheSameAgainCostsNothingAndTheBudgetEnds() throws Exception {
        DisclosureRules tight = new DisclosureRules(5, 5, 0.5, 2, 100);
        for (int i = 0; i < 5; i++) {
            disclosure(counts(50, 1), tight).figures(CohortQuery.all(), RESEARCHER);
        }
        disclosure(counts(50, 2), tight).figures(CohortQuery.all(), RESEARCHER);

        assertThatThrownBy(() -> disclosure(counts(50, 3), tight).figures(CohortQuery.all(), RESEARCHER))
                .isInstanceOf(BudgetSpent.class).hasMessageContaining("2 different groups");
    }

    @Test
    void chosenValuesThatNobodyHasAreListed() throws Exception {
        CohortQuery query = CohortQuery.parse("{\"modality\":[\"PT\"]}");
        CohortFigures figures = disclosure(counts(30, Map.of("CT", 30L)), DisclosureRules.DEFAULT)
                .figures(query, COORDINATOR).orElseThrow();

        assertThat(figures.facets().get(Facet.MODALITY)).containsExactly(
                new CohortFigures.Value("CT", new Figure.Shown(30), false),
                new CohortFigures.Value("PT", new Figure.Hidden(5), true));
    }

    private CohortFigures figures(RawCounts counts, Viewer viewer) throws IOException, BudgetSpent, InvalidCohort {
        return disclosure(counts, DisclosureRules.DEFAULT).figures(CohortQuery.all(), viewer).orElseThrow();
    }

    private Disclosure disclosure(RawCounts counts, DisclosureRules rules) {
        return new Disclosure(query -> Optional.of(counts), Map::of, ledger, new byte[32], rules);
    }

    private static RawCounts counts(long patients, int which) {
        PatientSet set = new PatientSet(patients, List.of((long) which, 1L, 2L));
        return new RawCounts("v1", set, patients * 2, patients * 5, Map.of());
    }

    private static RawCounts counts(long patients, Map<String, Long> modalities) {
        return counts(patients, Facet.MODALITY, modalities);
    }

    private static RawCounts counts(long patients, Facet facet, Map<String, Long> byValue) {
        PatientSet total = new PatientSet(patients, List.of(1L, 2L, 3L));
        var values = new TreeMap<String, PatientSet>();
        byValue.forEach((value, count) -> values.put(value, new PatientSet(count, List.of(count, 0L, 0L))));
        var facets = new EnumMap<Facet, RawCounts.RawFacet>(Facet.class);
        facets.put(facet, new RawCounts.RawFacet(total, values));
        return new RawCounts("v1", total, patients * 2, patients * 5, facets);
    }

    /** The ledger's rule in memory; the real one is tried against PostgreSQL in {@code JdbcQueryLedgerTest}. */
    private static final class Remembered implements QueryLedger {
        final Set<String> noisy = new HashSet<>();
        final Set<String> exact = new HashSet<>();

        @Override
        public void spend(String username, Set<String> fingerprints, DisclosureRules rules) throws BudgetSpent {
            Set<String> after = new HashSet<>(noisy);
            after.addAll(fingerprints);
            if (after.size() > rules.answersPerUser()) {
                throw BudgetSpent.ofPerson(rules.answersPerUser());
            }
            noisy.addAll(fingerprints);
        }

        @Override
        public void recordExact(String username, String fingerprint, int answers) {
            exact.add(fingerprint);
        }
    }
}
