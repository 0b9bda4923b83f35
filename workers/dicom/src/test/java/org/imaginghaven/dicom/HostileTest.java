package org.imaginghaven.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imaginghaven.dicom.DicomException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files made to harm, and odd ones that are only old. */
class HostileTest {

    private static final int PREFIX = 132 + 12 + 14 + 26;

    private static byte[] file(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, Dataset.builder().build(), TransferSyntax.EXPLICIT_LE);
        for (byte[] part : parts) {
            out.write(part);
        }
        return out.toByteArray();
    }

    private static byte[] element(int tag, String vr, int length, byte[] value) {
        boolean longForm = Vr.valueOf(vr).isLongForm();
        ByteBuffer bytes = ByteBuffer.allocate((longForm ? 12 : 8) + value.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) Tag.group(tag)).putShort((short) tag).put(vr.getBytes(StandardCharsets.US_ASCII));
        if (longForm) {
            bytes.putShort((short) 0).putInt(length);
        } else {
            bytes.putShort((short) length);
        }
        return bytes.put(value).array();
    }

    private static void refused(Kind kind, byte[] bytes) {
        assertThatThrownBy(() -> DicomFile.read(bytes).close()).isInstanceOfSatisfying(DicomException.class,
                e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void aNestingBombIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            bomb.write(element(0x00081140, "SQ", -1, new byte[]{-2, -1, 0, -32, -1, -1, -1, -1}));
        }
        refused(Kind.TOO_DEEP, file(bomb.toByteArray()));
    }

    @Test
    void aLengthIsNotBelieved() throws IOException {
        refused(Kind.TRUNCATED, file(element(0x00104000, "UT", 0x7FFFFFF0, new byte[10])));
        refused(Kind.TRUNCATED, file(element(Tag.PIXEL_DATA, "OW", 1000, new byte[10])));
        refused(Kind.TRUNCATED, file(element(0x00080060, "CS", 400, new byte[10])));
        refused(Kind.INVALID_LENGTH, file(element(0x00104000, "UT", -1, new byte[10])));
        assertThat(PREFIX).isPositive();
    }

    @Test
    void manySmallElementsAreCounted() throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        byte[] item = {-2, -1, 0, -32, 0, 0, 0, 0};
        for (int i = 0; i < 1_100_000; i++) {
            many.write(item);
        }
        refused(Kind.TOO_LARGE, file(element(0x00081140, "SQ", many.size(), many.toByteArray())));
    }

    @Test
    void errorsNeverCarryValues() throws IOException {
        byte[] bytes = file(element(0x00100010, "PN", 60, "Quillfeather".getBytes(StandardCharsets.US_ASCII)));
        assertThatThrownBy(() -> DicomFile.read(bytes).close()).hasMessageMatching(
                "TRUNCATED at byte \\d+, tag \\(0010,0010\\), length 60");
    }

    @Test
    void oldOddThingsAreRead() throws IOException {
        byte[] odd = element(0x00100020, "LO", 3, new byte[]{'A', 'B', 'C'});
        byte[] twice = element(0x00100020, "LO", 2, new byte[]{'X', 'Y'});
        byte[] unknownVr = element(0x00189999, "UN", 2, new byte[2]);
        unknownVr[4] = 'Z';
        unknownVr[5] = 'Z';
        try (DicomFile file = DicomFile.read(file(odd, twice, unknownVr, new byte[32]))) {
            assertThat(file.dataset().string(Tag.PATIENT_ID)).isEqualTo("ABC");
            assertThat(file.dataset().size()).isEqualTo(2);
        }
    }

    @Test
    void aSequenceInsideUnIsFound() throws IOException {
        byte[] inner = {0x10, 0, 0x20, 0, 4, 0, 0, 0, 'E', 'V', 'I', 'L'};
        byte[] item = ByteBuffer.allocate(8 + inner.length).order(ByteOrder.LITTLE_ENDIAN).putInt(0xE000FFFE)
                .putInt(inner.length).put(inner).array();
        try (DicomFile file = DicomFile.read(file(element(0x00091001, "UN", item.length, item)))) {
            assertThat(file.dataset().items(0x00091001).get(0).string(Tag.PATIENT_ID)).isEqualTo("EVIL");
        }
    }

    @ParameterizedTest
    @CsvSource({"ISO_IR 100,C4,Ä", "ISO_IR 144,BF,П", "ISO_IR 192,C39F,ß", "GB18030,CDF5,王", "GBK,CDF5,王",
            "ISO_IR 13,D4CF,ﾔﾏ", "'\\ISO 2022 IR 87',1B244234411B2842,漢", "'\\ISO 2022 IR 149',1B242943B1E8,김",
            "ISO_IR 166,A1,ก"})
    void textIsDecodedAsItsCharacterSetSays(String set, String hex, String text) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);
        assertThat(CharacterSets.of(List.of(set.split("\\\\"))).decode(bytes, 0, bytes.length)).isEqualTo(text);
    }
}
