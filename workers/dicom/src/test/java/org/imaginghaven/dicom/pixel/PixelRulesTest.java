package org.imaginghaven.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.imaginghaven.dicom.Dataset;
import org.junit.jupiter.api.Test;

class PixelRulesTest {

    @Test
    void anImageThatDoesNotSayWhatItIsIsLookedAt() {
        Dataset nameless = Dataset.builder().set("PatientID", "7-3305").set("SamplesPerPixel", 1).set("Rows", 64)
                .set("Columns", 64).build();
        assertThat(Objects.requireNonNull(PixelRules.bundled().match(nameless)).action())
                .isInstanceOf(PixelRules.Action.Look.class);
    }

    @Test
    void noRuleHoldsForWhatIsNeitherOfAClassNorAnImage() {
        assertThat(PixelRules.bundled().match(Dataset.builder().set("PatientID", "7-3305").build())).isNull();
    }
}
