package org.imaginghaven.search.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CohortQueryTest {

    @Test
    void theTextIsCanonicalWhateverTheOrder() throws InvalidCohort {
        CohortQuery one = CohortQuery
                .parse("{\"year\":[2023,\"2021\"],\"modality\":[\"MR\",\"CT\",\"CT\"],\"sex\":[]}");
        CohortQuery other = CohortQuery.of(Map.of("modality", List.of("CT", "MR"), "year", List.of("2021", "2023")));

        assertThat(one).isEqualTo(other);
        assertThat(one.toJson()).isEqualTo("{\"modality\":[\"CT\",\"MR\"],\"year\":[2021,2023]}");
        assertThat(CohortQuery.parse(one.toJson())).isEqualTo(one);
    }

    @Test
    void nothingChosenIsEverybody() throws InvalidCohort {
        assertThat(CohortQuery.parse("{}").isAll()).isTrue();
        assertThat(CohortQuery.parse("{\"sex\":[]}")).isEqualTo(CohortQuery.all());
        assertThat(CohortQuery.all().toJson()).isEqualTo("{}");
    }

    @Test
    void everyProblemIsNamedWithoutRepeatingWhatWasTyped() {
        InvalidCohort invalid = refused(
                """
                        {"modality":["CT","BRIAN^SMITH"],"ageBand":["60-69","61-70"],"chi":["0101501234"],"sex":"F","year":[19999]}
                        """);

        assertThat(invalid.problems()).containsExactly("sex: give a list of values.",
                "modality: value 2 (11 characters) is not one this facet can have.",
                "ageBand: value 2 (5 characters) is not one this facet can have.",
                "Facet 3 (3 characters) is unknown; use modality, bodyPart, sex, ageBand, year, manufacturer, finding.",
                "year: value 1 (5 characters) is not one this facet can have.");
        assertThat(invalid.getMessage()).doesNotContain("BRIAN", "chi", "0101501234");
    }

    @Test
    void tooManyValuesAreRefused() {
        String values = String.join(",", Collections.nCopies(CohortQuery.MOST_VALUES + 1, "\"CT\""));

        assertThat(refused("{\"modality\":[" + values + "]}").problems())
                .containsExactly("modality: 51 values are too many; choose at most 50.");
    }

    @Test
    void whatIsNotAnObjectOfListsIsRefused() {
        assertThat(refused("[]").getMessage())
                .isEqualTo("The cohort definition must be a JSON object of facets with lists.");
        assertThat(refused("").getMessage())
                .isEqualTo("The cohort definition must be a JSON object of facets with lists.");
        assertThat(refused("{\"modality\":[\"CT\"").getMessage())
                .startsWith("The cohort definition is not JSON (line 1");
        assertThat(refused("{\"sex\":[\"F\"],\"sex\":[\"M\"]}").getMessage()).contains("not JSON");
        assertThat(refused("{\"sex\":[\"F\"]} {}").getMessage()).contains("not JSON");
        assertThat(refused("{\"sex\":[null]}").getMessage())
                .isEqualTo("sex: value 1 must be a text or a whole number.");
        assertThat(refused(" ".repeat(20_000)).getMessage())
                .isEqualTo("The cohort definition is longer than 16384 characters.");
    }

    @Test
    void sqlHasAPlaceForEveryValueAndNoValueInItsText() throws InvalidCohort {
        InventoryFilter filter = InventoryFilter.of(CohortQuery.parse("""
                {"modality":["CT","MR"],"ageBand":["60-69","90+"],"year":[2023],"manufacturer":["GE MEDICAL SYSTEMS"]}
                """));

        assertThat(filter.condition()).isEqualTo("e.modality in (?, ?)"
                + " and (s.age_years between ? and ? or s.age_years between ? and ?) and s.year in (?)"
                + " and e.promoted ->> 'Manufacturer' in (?)");
        assertThat(filter.parameters()).containsExactly("CT", "MR", 60, 69, 90, Integer.MAX_VALUE, 2023,
                "GE MEDICAL SYSTEMS");
        assertThat(InventoryFilter.of(CohortQuery.all()).condition()).isEqualTo("true");
    }

    @Test
    void bandsCoverEveryAgeOnce() {
        for (int years = 0; years < 130; years++) {
            int age = years;
            assertThat(AgeBand.all().stream().filter(band -> band.from() <= age && age <= band.to()).toList())
                    .containsExactly(AgeBand.ofYears(years).orElseThrow());
        }
        assertThat(AgeBand.ofYears(-1)).isEmpty();
        assertThat(AgeBand.all()).extracting(AgeBand::label).containsExactly("0-9", "10-19", "20-29", "30-39", "40-49",
                "50-59", "60-69", "70-79", "80-89", "90+");
    }

    private static InvalidCohort refused(String json) {
        return catchThrowableOfType(InvalidCohort.class, () -> CohortQuery.parse(json));
    }
}
