package org.imaginghaven.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.imaginghaven.dicom.Dataset;
import org.junit.jupiter.api.Test;

class SubjectSourceTest {

    private static String subject(String id, String issuer) {
        return SubjectSource.fromHeader()
                .subjectOf(Dataset.builder().set("PatientID", id).set("IssuerOfPatientID", issuer).build())
                .orElseThrow();
    }

    @Test
    void aNationalNumberIsOnePersonWhicheverIssuerIsNamed() {
        assertThat(subject("943 476 5919", "")).isEqualTo(subject("9434765919", "WARD-PACS"))
                .isEqualTo(subject("943-476-5919", "OTHER"));
    }

    @Test
    void anotherNumberIsOneOfItsIssuer() {
        assertThat(subject("9434765918", "")).isNotEqualTo(subject("9434765918", "WARD-PACS"));
        assertThat(subject("K-4711", "NORTH")).isNotEqualTo(subject("K-4711", "SOUTH"));
        assertThat(subject("0000000000", "NORTH")).isNotEqualTo(subject("0000000000", "SOUTH"));
    }
}
