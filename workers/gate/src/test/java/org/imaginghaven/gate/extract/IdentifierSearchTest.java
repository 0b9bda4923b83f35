package org.imaginghaven.gate.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imaginghaven.gate.KnownPatient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierSearchTest {

    private final IdentifierSearch search = new IdentifierSearch(
            new KnownPatient(List.of("QUÉLLHORST^Ann Lee^^Dr"), List.of("0102701231", "AB-77 9"), List.of("19500312"),
                    List.of("12 High Street, Wick", "KW1 4XX", "07700 900123")));

    @ParameterizedTest
    @ValueSource(strings = {"seen by Quellhorst.", "ANN", "\"quéllhorst\"", "id 0102701231x 0102701231", "ab 77 9",
            "19500312", "1950-03-12", "12.03.1950", "12031950", "at 12 high street, wick", "kw1 4xx", "07700-900123"})
    void findsThePatientInEveryForm(String text) {
        assertThat(search.findsIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANNOTATION", "2.25.10102701231999", "19500313", "HIGH STREET", "Dr", "1950"})
    void leavesWhatOnlyLooksAlike(String text) {
        assertThat(search.findsIn(text)).isFalse();
    }
}
