package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;

import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final Guard GUARD = new Guard(KnownIdentifiers.of(Dataset.builder()
            .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
            .set(Tag.PATIENT_NAME, Vr.PN, "Thornquist^Elspeth=\u7530\u4e2d^\u83ef\u5b50")
            .set(Tag.PATIENT_ID, Vr.LO, "QX-448-2071").set(Tag.PATIENT_BIRTH_DATE, "19440709").build()),
            VocabularyCleaner.bundled());

    @ParameterizedTest
    @ValueSource(strings = {"thornquist", "MRS THORNQUIST", "axthornquistb", "Elspeth", "id qx4482071", "qx-448-2071",
            "seen 9 July 1944", "b19440709c", "\u7530\u4e2d\u69d8", "abcdelspethdefg", "thornquis"})
    void findsTheFilesOwnIdentifiersWhereverTheyStand(String text) {
        assertThat(GUARD.finds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t", "thorn", "elspe", "axial t1", "1.2.840.10008.1.2", "20110305", "\u7530"})
    void letsOtherTextsPass(String text) {
        assertThat(GUARD.finds(text)).isFalse();
    }
}
