package org.imaginghaven.search.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.imaginghaven.search.disclosure.FindingCatalogue.Explained;
import org.junit.jupiter.api.Test;

class FindingNumbersTest {

    private static final Map<String, Explained> CATALOGUE = Map.of("hip-fracture:present", under("fracture"),
            "rib-fracture:present", under("fracture"), "fracture:present",
            new Explained("fracture", Optional.empty(), 1, 1, ""));

    private static Explained under(String parent) {
        return new Explained("narrower", Optional.of(parent), 1, 1, "");
    }

    @Test
    void thoseWithoutAMentionAreNotHadBySubtraction() {
        assertThat(FindingNumbers.withheld(40, Map.of("pneumonia:present", 20L, "pneumonia:absent", 17L), CATALOGUE, 5))
                .as("three patients are not mentioned").containsExactly("pneumonia:absent");
        assertThat(FindingNumbers.withheld(40, Map.of("pneumonia:present", 20L, "effusion:absent", 17L), CATALOGUE, 5))
                .as("two concepts are no parts of one whole").isEmpty();
    }

    @Test
    void aNarrowerConceptIsWithheldWhenItLeavesFewOfTheBroaderOne() {
        assertThat(FindingNumbers.withheld(400, Map.of("fracture:present", 30L, "hip-fracture:present", 28L),
                CATALOGUE, 5)).containsExactly("hip-fracture:present");
        assertThat(FindingNumbers.withheld(400,
                Map.of("fracture:present", 30L, "hip-fracture:present", 20L, "rib-fracture:present", 8L), CATALOGUE, 5))
                .as("two are neither").containsExactly("rib-fracture:present");
        assertThat(FindingNumbers.withheld(400,
                Map.of("fracture:present", 30L, "hip-fracture:present", 15L, "rib-fracture:present", 7L), CATALOGUE, 5))
                .isEmpty();
    }
}
