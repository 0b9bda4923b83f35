package org.imaginghaven.nlp.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {

    @ParameterizedTest
    @CsvSource({"garvock,garvok,true", "garvock,garvcok,true", "garvock,gervock,true", "garvock,garvockk,true",
            "garvock,garvock,false",
            "garvock,gavrok,false", "garvock,harvick,false"})
    void oneEditIsOneLetterOrOneSwap(String one, String other, boolean near) {
        assertThat(KnownNames.oneEdit(one, other)).isEqualTo(near);
        assertThat(KnownNames.oneEdit(other, one)).isEqualTo(near);
    }

    @Test
    void partsLoseTitlesAndAccents() {
        KnownNames names = KnownNames.of(List.of("O'RÉGAN-WEBBE^Siobhán^^Mrs"), Words.load());
        assertThat(names.parts()).contains("o'regan-webbe", "regan", "webbe", "siobhan").doesNotContain("mrs");
    }
}
