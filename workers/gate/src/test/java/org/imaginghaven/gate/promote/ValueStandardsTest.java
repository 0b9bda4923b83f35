package org.imaginghaven.gate.promote;

import static org.assertj.core.api.Assertions.assertThat;

import org.imaginghaven.nlp.TextDetectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueStandardsTest {

    private static final ValueStandards STANDARDS = new ValueStandards(TextDetectors::standard);
    private static final long MANY = 50;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            BodyPartExamined, BRIAN,              BRAIN
            BodyPartExamined, chest,              CHEST
            BodyPartExamined, ABDOMEN PELVIS,     ABDOMENPELVIS
            BodyPartExamined, Somebody,           -
            Modality,         CT,                 CT
            Modality,         CX,                 -
            PatientSex,       female,             F
            PatientSex,       ?,                  -
            PatientAge,       075Y,               75
            PatientAge,       006M,               0
            PatientAge,       002D,               0
            PatientAge,       093Y,               90
            PatientAge,       999Y,               -
            PatientAge,       born in May,        -
            StudyDate,        20230405,           2023
            StudyDate,        2023.04.05,         2023
            StudyDate,        20231305,           -
            StudyDate,        17990101,           -
            Manufacturer,     GE MEDICAL SYSTEMS, GE
            Manufacturer,     Philips Healthcare, PHILIPS
            Manufacturer,     Smith of Perth,     OTHER
            SliceThickness,   1.25,               1.25
            SliceThickness,   about one,          -
            PatientName,      DOE^JANE,           -
            StudyInstanceUID, 1.2.3,              -
            StudyTime,        101112,             -
            """)
    void onlyTheStandardLeavesTheZone(String keyword, String raw, String standard) {
        assertThat(STANDARDS.of(keyword).of(raw, MANY)).isEqualTo(standard);
    }

    @Test
    void textLeavesOnlyWhenManyShareItAndNoDetectorObjects() {
        ValueStandard description = STANDARDS.of("SeriesDescription");

        assertThat(description.of("AXIAL T2", MANY)).isEqualTo("AXIAL T2");
        assertThat(description.of("AXIAL T2", 4)).isNull();
        assertThat(description.of("call 07700 900123", MANY)).isNull();
        assertThat(description.of("x".repeat(65), MANY)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"BRAIN,BRIAN,true", "CHEST,CHST,true", "CHEST,CHESTT,true", "CHEST,CHAST,false", "CHEST,CHEST,true",
            "CHEST,TSEHC,false", "CHEST,CHES TX,false", "WRIST,WAIST,false"})
    void oneSlipOfTheKeyboard(String a, String b, boolean near) {
        assertThat(Vocabulary.oneSlip(a, b)).isEqualTo(near);
        assertThat(Vocabulary.oneSlip(b, a)).isEqualTo(near);
    }

    @ParameterizedTest
    @CsvSource({"075Y,999A", "DOE^JANE,AAA^AAA+", "07700 900123,999+ 999+", "Äpfel ß,Aaaa+ a"})
    void shapesSayNothing(String value, String shape) {
        assertThat(ValueShape.of(value)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource({"0,fewer than 5", "4,fewer than 5", "5,at least 5", "14,at least 10"})
    void countsAreHiddenInFives(long count, String shown) {
        assertThat(HiddenCount.of(count)).isEqualTo(shown);
    }
}
