package org.imaginghaven.identifiable.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientIdentifiersTest {

    /** 9434765919 is the example of the NHS Data Dictionary; 0101011237 begins with a date. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            9434765919,   nhs
            943 476 5919, nhs
            9434765918,   -
            4444444444,   -
            0000000000,   -
            943476591,    -
            HOSP-77,      local:north
            hosp 77,      local:north
            UNKNOWN,      -
            -,            -
            '  ',         -
            111,          -
            '1;drop',     -
            """)
    void anIdentifierIsWhatItProvesToBe(String text, String source) {
        assertThat(PatientIdentifiers.parse(text, "north").map(PatientIdentifier::source).orElse(null))
                .isEqualTo(source);
    }

    @Test
    void aChiBeginsWithADate() {
        assertThat(CheckedNumber.isChi(SampleArchive.CHI_A)).isTrue();
        assertThat(CheckedNumber.isNhs(SampleArchive.CHI_A)).isFalse();
        assertThat(CheckedNumber.isChi("9434765919")).isFalse();
    }

    @Test
    void whoeverCannotBeNamedIsTheStudy() {
        PatientIdentifier id = PatientIdentifiers.ofFile("", "north", "1.2.3");

        assertThat(id).isEqualTo(new PatientIdentifier("study", "1.2.3"));
        assertThat(id.provesIdentity()).isFalse();
        assertThat(id.toString()).doesNotContain("1.2.3");
    }
}
