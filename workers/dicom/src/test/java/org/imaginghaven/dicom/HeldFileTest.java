package org.imaginghaven.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are read whole into memory that is used again and again, and those too large for it. */
class HeldFileTest {

    @TempDir
    Path folder;

    private Path file(String name, byte[] pixels) throws IOException {
        Path file = folder.resolve(name);
        DicomWriter.write(file, Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2")
                .set("SOPInstanceUID", "1.2.3." + pixels.length).bytes(Tag.PIXEL_DATA, Vr.OW, pixels).build(),
                TransferSyntax.EXPLICIT_LE);
        return file;
    }

    private static byte[] pixels(int size) {
        byte[] pixels = new byte[size];
        new java.util.Random(size).nextBytes(pixels);
        return pixels;
    }

    private Path written(DicomFile file) throws IOException {
        Path copy = folder.resolve("copy.dcm");
        DicomWriter writer = new DicomWriter();
        try (FileChannel target = FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            writer.file(target, file.meta(), file.dataset(), file.syntax(), file);
        }
        assertThat(writer.written()).isEqualTo(Files.size(copy));
        return copy;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40_000, 1_200_000, 6_000_000})
    void whatIsWrittenIsWhatWasRead(int size) throws IOException {
        Path input = file("in.dcm", pixels(size));
        try (DicomFile file = DicomFile.read(input, new FileRoom())) {
            assertThat(Files.mismatch(input, written(file))).isEqualTo(-1);
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            new DicomWriter().file(Channels.newChannel(stream), file.meta(), file.dataset(), file.syntax(), file);
            assertThat(stream.toByteArray()).isEqualTo(Files.readAllBytes(input));
        }
    }

    @Test
    void theMemoryIsUsedAgainAndNobodyCanWriteToIt() throws IOException {
        FileRoom room = new FileRoom();
        for (int size : new int[]{3_000_000, 10, 700_000}) {
            byte[] pixels = pixels(size);
            try (DicomFile file = DicomFile.read(file("in" + size + ".dcm", pixels), room)) {
                Element.Bulk bulk = (Element.Bulk) file.dataset().get(Tag.PIXEL_DATA);
                ByteBuffer held = file.held(bulk.position(), bulk.length());
                assertThat(held).isNotNull();
                assertThat(held.isReadOnly()).isTrue();
                assertThat(held).isEqualTo(ByteBuffer.wrap(pixels));
                assertThat(file.held(bulk.position(), bulk.length() + 1)).isNull();
            }
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotHeld() throws IOException {
        byte[] pixels = pixels(6_000_000);
        try (DicomFile file = DicomFile.read(file("in.dcm", pixels), new FileRoom())) {
            Element.Bulk bulk = (Element.Bulk) file.dataset().get(Tag.PIXEL_DATA);
            assertThat(file.held(bulk.position(), bulk.length())).isNull();
            assertThat(file.bytes(bulk, pixels.length)).isEqualTo(pixels);
        }
    }
}
