package org.imaginghaven.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.imaginghaven.dicom.deid.TextCleaner.Place;
import org.imaginghaven.nlp.TextDetectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTest {

    private final DetectingTextCleaner cleaner = new DetectingTextCleaner(TextDetectors.standard());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            CT CHEST GARVOCK              | CT CHEST
            MR Brain FLAIR T2 axial       | MR Brain FLAIR T2 axial
            t2_tse_sag_p2                 | t2_tse_sag_p2
            XR knee, Dr Tolquhon 2019-04-12 | XR knee
            Chest PA and lateral          | Chest PA and lateral
            Head 0407521234               | Head
            """)
    void aLabelKeepsOnlyWordsOfTheTrade(String label, String left) {
        assertThat(cleaner.clean(label, new Place(0x00081030, "StudyDescription", false), Set.of())).isEqualTo(left);
    }

    @Test
    void aLabelLosesThePatientsOwnNameEvenWhenItIsAWord() {
        assertThat(cleaner.clean("Abdomen Rose Short", new Place(0x00081030, "StudyDescription", false),
                Set.of("rose", "short")))
                .isEqualTo("Abdomen");
    }

    @Test
    void aNarrativeKeepsItsSentences() {
        assertThat(cleaner.clean("Mrs Garvock has a fracture. Discussed with Dr Tolquhon.",
                new Place(0x00204000, "ImageComments", true),
                Set.of("garvock"))).isEqualTo("[PATIENT_NAME] has a fracture. Discussed with [STAFF_NAME].");
    }

    @Test
    void aForenameAloneDoesNotSurviveInANarrative() {
        assertThat(cleaner.clean("Lives with Tolquhona at the coast, has had cough since spring.",
                new Place(0x00104000, "PatientComments", true), Set.of()))
                .doesNotContain("Tolquhona").contains("Lives with", "cough since spring");
    }
}
