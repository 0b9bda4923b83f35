package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.FileRoom;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.policy.Policy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The written file itself is read and held against the input's pixels, whether those lie in memory or in the file. */
class ProofTest {

    @TempDir
    Path folder;

    private static void check(DicomFile input, Path written) throws IOException, SecondReader.NotProven {
        new Proof(Policy.bundled("basic"), input.dataset(), new Sweep(List.of(), List.of()), input,
                input.dataset().get(Tag.PIXEL_DATA), Proof.Buffers.make()).check(written, TransferSyntax.EXPLICIT_LE);
    }

    @ParameterizedTest
    @CsvSource({"true,500000,1", "true,500000,250000", "true,500000,500000", "false,6000000,1",
            "false,6000000,5999999"})
    void onePixelByteThatDiffersIsFound(boolean held, int size, int fromTheEnd) throws Exception {
        byte[] pixels = new byte[size];
        new java.util.Random(size).nextBytes(pixels);
        Path input = Made.file(folder, "in.dcm", Made.slice("P-77", 3).bytes(Tag.PIXEL_DATA, Vr.OW, pixels).build(),
                TransferSyntax.EXPLICIT_LE);
        Outcome outcome = new Deidentifier(
                Deidentifier.Parts.of(Policy.bundled("basic"), Made.KEY).assumingCleanPixels(true))
                .deidentify(input, folder.resolve("out"));
        Path written = folder.resolve("out").resolve(((Outcome.Deidentified) outcome).output());
        try (DicomFile file = held ? DicomFile.read(input, new FileRoom()) : DicomFile.read(input)) {
            assertThatCode(() -> check(file, written)).doesNotThrowAnyException();
            flip(written, Files.size(written) - fromTheEnd);
            assertThatThrownBy(() -> check(file, written)).isInstanceOf(SecondReader.NotProven.class)
                    .hasMessage("pixel data differ");
        }
    }

    private static void flip(Path file, long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            one.put(0, (byte) (one.get(0) ^ 4)).rewind();
            channel.write(one, position);
        }
    }
}
