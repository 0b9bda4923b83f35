package org.imaginghaven.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2",
            "1.2.840.10008.1.2.1.99"})
    void whatIsWrittenIsReadBackInEverySyntax(String uid) throws IOException {
        Dataset made = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2").set("SOPInstanceUID", "2.25.7")
                .set("PatientName", "Möller^Zoë").set("Rows", 2).set("Columns", 2).set("PixelSpacing", "0.5", "0.25")
                .item("RequestAttributesSequence", item -> item.set("ScheduledProcedureStepID", "S1"))
                .set("FrameIncrementPointer", 0x00181063).set("SliceThickness", 2.5)
                .setPrivate(0x0009, "HAVEN TEST", 0x12, Vr.FD, 1.5, -2).set("SmallestImagePixelValue", 513)
                .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[]{1, 2, 3, 4}).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, made, TransferSyntax.of(uid));
        try (DicomFile file = DicomFile.read(out.toByteArray())) {
            Dataset read = file.dataset();
            assertThat(file.syntax().uid()).isEqualTo(uid);
            assertThat(read.string(Tag.PATIENT_NAME)).isEqualTo("Möller^Zoë");
            assertThat(read.integer(Tag.ROWS, 0)).isEqualTo(2);
            assertThat(read.integer(0x00280106, 0)).isEqualTo(513);
            assertThat(read.strings(0x00280009)).containsExactly("00181063");
            assertThat(read.items(0x00400275).get(0).string(0x00400009)).isEqualTo("S1");
            assertThat(read.getPrivate(0x0009, "HAVEN TEST", 0x12)).isNotNull();
            assertThat(file.bytes((Element.Bulk) read.get(Tag.PIXEL_DATA), 100)).containsExactly(1, 2, 3, 4);
        }
    }
}
