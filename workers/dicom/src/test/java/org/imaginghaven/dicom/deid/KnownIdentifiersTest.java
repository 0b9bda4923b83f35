package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownIdentifiersTest {

    private static Guard guard(DatasetBuilder header) {
        return new Guard(KnownIdentifiers.of(header.build()), VocabularyCleaner.bundled());
    }

    private static DatasetBuilder utf8() {
        return Dataset.builder().characterSet("ISO_IR 192", StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"Błażejczyk^Żaneta,scanner of blazejczyk", "Błażejczyk^Żaneta,ZANETA", "Sjøholm^Åse,SJOHOLM",
            "Sjøholm^Åse,sjoeholm", "Þorvaldsdóttir^Una,thorvaldsdottir", "O’Mulligan^Finn,OMULLIGAN",
            "O’Mulligan^Finn,o'mulligan", "Pemberley-Thwaite^Ida,pemberleythwaite", "Pemberley-Thwaite^Ida,x THWAITE",
            "Pemberley-Thwaite^Ida,Pemberle", "Vandersteen^Joos,VANDERST-2"})
    void aNameIsKnownInEveryWayItIsWritten(String name, String text) {
        assertThat(guard(utf8().set("PatientName", name)).finds(text.toLowerCase(java.util.Locale.ROOT))).isTrue();
    }

    @Test
    void otherNamesAreNamesHoweverShort() {
        assertThat(guard(Dataset.builder().set("OtherPatientNames", "Oke^Bo")).finds("unit bo")).isTrue();
    }

    @Test
    void theNumberInsideAnIdIsKnownWithoutItsLetters() {
        assertThat(guard(Dataset.builder().set("OtherPatientIDs", "HSP7730164")).finds("7730164")).isTrue();
    }

    @Test
    void bodyPartsInTheNameOfAPlaceAreNoIdentifiers() {
        Set<String> known = KnownIdentifiers.of(Dataset.builder().set("InstitutionName", "Dunrossie Chest Hospital")
                .set("InstitutionalDepartmentName", "MR Head Unit").set("IssuerOfPatientID", "Dunrossie Spine Clinic")
                .build()).texts();
        assertThat(known).contains("dunrossie", "dunrossie chest hospital").doesNotContain("chest", "head", "spine",
                "mr head unit");
    }

    @ParameterizedTest
    @CsvSource({"-158.260861,false,false", "26.0861,false,true", "260861,false,true", "260861,true,false",
            "71.19610826,false,true", "4711081,false,true", "14711081,false,false", "12.4711081,false,false",
            "112233445566,false,true", "112233.445566,true,true", "20481,false,true", "120481,false,false"})
    void digitsInsideMeasurementsAreNoIdentifiersByChance(String value, boolean time, boolean found) {
        Guard guard = guard(Dataset.builder().set("PatientBirthDate", "19610826").set("PatientID", "4711081")
                .set("OtherPatientIDs", "2233445566", "20481"));
        assertThat(guard.isNumber(value, time)).isEqualTo(found);
    }
}
