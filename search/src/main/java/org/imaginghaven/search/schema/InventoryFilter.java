package org.imaginghaven.search.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * A cohort read as SQL over {@code inventory}: a condition over {@link #FROM} and its positional parameters.
 *
 * @param condition a boolean expression with {@code ?} for each parameter; {@code true} for everybody
 * @param parameters texts and whole numbers, in the order of the question marks
 */
public record InventoryFilter(String condition, List<Object> parameters) {

    /** The join that the condition speaks of: {@code i} instance, {@code e} series, {@code s} study, {@code p} patient. */
    public static final String FROM = """
            from inventory.instance i
            join inventory.series e on e.series_key = i.series_key
            join inventory.study s on s.study_key = e.study_key
            join inventory.patient p on p.patient_key = s.patient_key
            """;

    public InventoryFilter {
        parameters = List.copyOf(parameters);
    }

    public static InventoryFilter of(CohortQuery query) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        query.values().forEach((facet, values) -> conditions.add(switch (facet) {
            case AGE_BAND -> bands(facet, values, parameters);
            case YEAR -> {
                values.forEach(value -> parameters.add(Integer.valueOf(value)));
                yield oneOf(facet, values.size());
            }
            case MODALITY, BODY_PART, SEX, MANUFACTURER -> {
                parameters.addAll(values);
                yield oneOf(facet, values.size());
            }
            case FINDING -> {
                parameters.addAll(values);
                yield "exists (select 1 from jsonb_array_elements_text(" + facet.column() + ") v where v in ("
                        + String.join(", ", Collections.nCopies(values.size(), "?")) + "))";
            }
        }));
        return new InventoryFilter(conditions.isEmpty() ? "true" : String.join(" and ", conditions), parameters);
    }

    private static String oneOf(Facet facet, int count) {
        return facet.column() + " in (" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

    private static String bands(Facet facet, SortedSet<String> labels, List<Object> parameters) {
        List<String> ranges = new ArrayList<>();
        for (String label : labels) {
            AgeBand band = AgeBand.named(label).orElseThrow();
            ranges.add(facet.column() + " between ? and ?");
            parameters.add(band.from());
            parameters.add(band.to());
        }
        return "(" + String.join(" or ", ranges) + ")";
    }
}
