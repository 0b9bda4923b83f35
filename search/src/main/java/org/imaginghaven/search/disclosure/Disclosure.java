package org.imaginghaven.search.disclosure;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.imaginghaven.search.schema.AgeBand;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.Facet;

/**
 * Answers how many patients, studies and series a cohort has.
 *
 * <p>For a viewer who may see exact counts: counts of patients below the threshold are hidden, and so are larger ones
 * from which a small one could be subtracted. For everybody else: noise seeded by the set of patients, then the
 * threshold on the noisy number, then rounding; every new set spends from a budget. The noise protects counts of
 * patients; for studies and series it assumes that few patients have more than {@value #STUDIES_REACH} and
 * {@value #SERIES_REACH}, which is a blur, not a guarantee. Against a viewer of exact counts who subtracts the answers
 * of several questions the audit ledger is the only defence.
 */
public final class Disclosure {

    private static final int STUDIES_REACH = 5;
    private static final int SERIES_REACH = 20;

    private final CohortCounter counter;
    private final FindingCatalogue findings;
    private final QueryLedger ledger;
    private final Noise noise;
    private final DisclosureRules rules;

    /** @param secret 32 bytes, kept as long as the data, from which all noise is drawn */
    public Disclosure(ElasticsearchClient client, FindingCatalogue findings, QueryLedger ledger, byte[] secret,
            DisclosureRules rules) {
        this(new ElasticCohortCounter(client), findings, ledger, secret, rules);
    }

    Disclosure(CohortCounter counter, FindingCatalogue findings, QueryLedger ledger, byte[] secret,
            DisclosureRules rules) {
        this.counter = counter;
        this.findings = findings;
        this.ledger = ledger;
        this.noise = new Noise(secret);
        this.rules = rules;
    }

    /**
     * The figures of a cohort; empty when there is no index yet.
     *
     * @throws BudgetSpent when the viewer may not be told anything new today
     */
    public Optional<CohortFigures> figures(CohortQuery query, Viewer viewer) throws IOException, BudgetSpent {
        Optional<RawCounts> counted = counter.count(query);
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        RawCounts counts = counted.get();
        if (viewer.exact()) {
            int answers = 3 + counts.facets().values().stream().mapToInt(facet -> facet.values().size()).sum();
            ledger.recordExact(viewer.username(), noise.fingerprint(counts.patients()), answers);
            return Optional.of(exact(query, counts));
        }
        ledger.spend(viewer.username(), fingerprints(counts), rules);
        return Optional.of(blurred(query, counts));
    }

    private CohortFigures exact(CohortQuery query, RawCounts counts) {
        boolean small = counts.patients().patients() < rules.threshold();
        Figure hidden = new Figure.Hidden(rules.threshold());
        Map<Facet, List<CohortFigures.Value>> facets = new EnumMap<>(Facet.class);
        counts.facets().forEach((facet, raw) -> facets.put(facet, values(facet, query, exactly(facet, raw))));
        return new CohortFigures(query, counts.dataVersion(), true,
                small ? hidden : new Figure.Shown(counts.patients().patients()),
                small ? hidden : new Figure.Shown(counts.studies()), small ? hidden : new Figure.Shown(counts.series()),
                facets);
    }

    private SortedMap<String, Figure> exactly(Facet facet, RawCounts.RawFacet raw) {
        SortedMap<String, Long> counts = new TreeMap<>();
        raw.values().forEach((value, set) -> counts.put(value, set.patients()));
        Set<String> withheld = facet == Facet.FINDING
                ? FindingNumbers.withheld(raw.total().patients(), counts, findings.now(), rules.threshold())
                : SmallNumbers.withheld(raw.total().patients(), counts, rules.threshold());
        SortedMap<String, Figure> figures = new TreeMap<>();
        counts.forEach((value, count) -> {
            if (count < rules.threshold()) {
                figures.put(value, new Figure.Hidden(rules.threshold()));
            } else {
                figures.put(value, withheld.contains(value) ? new Figure.Withheld() : new Figure.Shown(count));
            }
        });
        return figures;
    }

    private CohortFigures blurred(CohortQuery query, RawCounts counts) {
        Map<Facet, List<CohortFigures.Value>> facets = new EnumMap<>(Facet.class);
        counts.facets().forEach((facet, raw) -> {
            SortedMap<String, Figure> figures = new TreeMap<>();
            raw.values().forEach((value, set) -> figures.put(value, patients(set)));
            facets.put(facet, values(facet, query, figures));
        });
        Figure patients = patients(counts.patients());
        boolean small = patients instanceof Figure.Hidden;
        return new CohortFigures(query, counts.dataVersion(), false, patients,
                small ? patients : blur("studies", counts.studies(), counts.patients(), STUDIES_REACH),
                small ? patients : blur("series", counts.series(), counts.patients(), SERIES_REACH), facets);
    }

    private Figure patients(PatientSet set) {
        return blur("patients", set.patients(), set, 1);
    }

    private Figure blur(String what, long count, PatientSet set, int reach) {
        long noisy = count + noise.of(what, set, rules.epsilon(), reach);
        return noisy < rules.threshold()
                ? new Figure.Hidden(rules.threshold())
                : new Figure.Shown(Math.round((double) noisy / rules.rounding()) * rules.rounding());
    }

    /** Values in the order people expect, chosen ones among them even when nobody has them. */
    private List<CohortFigures.Value> values(Facet facet, CohortQuery query, SortedMap<String, Figure> figures) {
        SortedMap<String, Figure> all = new TreeMap<>(order(facet));
        query.values(facet).forEach(value -> all.put(value, new Figure.Hidden(rules.threshold())));
        all.putAll(figures);
        List<CohortFigures.Value> values = new ArrayList<>();
        all.forEach((value, figure) -> values
                .add(new CohortFigures.Value(value, figure, query.values(facet).contains(value))));
        return values;
    }

    private static Comparator<String> order(Facet facet) {
        return switch (facet) {
            case YEAR -> Comparator.reverseOrder();
            case AGE_BAND -> Comparator
                    .<String>comparingInt(label -> AgeBand.named(label).map(AgeBand::from).orElse(Integer.MAX_VALUE))
                    .thenComparing(Comparator.naturalOrder());
            case MODALITY, BODY_PART, SEX, MANUFACTURER, FINDING -> Comparator.naturalOrder();
        };
    }

    private Set<String> fingerprints(RawCounts counts) {
        Set<String> fingerprints = new HashSet<>();
        fingerprints.add(noise.fingerprint(counts.patients()));
        counts.facets().values().forEach(
                facet -> facet.values().values().forEach(set -> fingerprints.add(noise.fingerprint(set))));
        return fingerprints;
    }
}
