package org.imaginghaven.pixels.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.pixels.text.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePicturesTest {

    private static final int SIDE = 64;
    private static final int FRAMES = 12;

    @TempDir
    private Path folder;

    @Test
    void framesWhoseBoxesStandAtTheSamePlacesShareAPicture() throws IOException {
        List<ScanFinding> findings = List.of(in("pixels", 2, 4, 4), in("pixels", 3, 5, 4), in("pixels", 4, 30, 40),
                in("pixels", 5, 30, 40), in("pixels", 5, 4, 4));
        FilePictures.Drawn drawn = FilePictures.draw(file(), findings, folder, 17);
        assertThat(drawn).isEqualTo(
                new FilePictures.Drawn(List.of("000017-1.png", "000017-2.png", "000017-3.png"), 0, 0));
        // the last row of each frame is white for as many pixels as its number says
        assertThat(white("000017-1.png")).isEqualTo(2);
        assertThat(white("000017-2.png")).isEqualTo(4);
        assertThat(white("000017-3.png")).isEqualTo(5);
    }

    @Test
    void noMoreThanEightAreDrawnAndTheRestIsCounted() throws IOException {
        List<ScanFinding> findings = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            findings.add(in("pixels", frame, frame * 4, frame * 4));
        }
        FilePictures.Drawn drawn = FilePictures.draw(file(), findings, folder, 0);
        assertThat(drawn.names()).hasSize(8);
        assertThat(drawn.more()).isEqualTo(FRAMES - 8);
    }

    @Test
    void overlaysAndPagesAreDrawnToo() throws IOException {
        FilePictures.Drawn drawn = FilePictures.draw(file(),
                List.of(in("overlay", 0, 4, 4), in("page", 1, 4, 4), in("pixels", 0, 4, 4)), folder, 1);
        assertThat(drawn.names()).hasSize(3);
        assertThat(white("000001-1.png")).isEqualTo(SIDE);
        assertThat(ImageIO.read(folder.resolve("000001-2.png").toFile()).getWidth()).isGreaterThan(SIDE);
    }

    @Test
    void aPictureThatCannotBeWrittenIsCountedAndLeavesNothing() throws IOException {
        Path file = file();
        FilePictures.Drawn drawn = FilePictures.draw(file, List.of(in("pixels", 0, 4, 4), in("pixels", 99, 30, 4)),
                Files.createDirectory(folder.resolve("out")), 0);
        assertThat(drawn).isEqualTo(new FilePictures.Drawn(List.of("000000-1.png"), 0, 1));
        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertThat(left).hasSize(1);
        }
    }

    private int white(String picture) throws IOException {
        BufferedImage image = ImageIO.read(folder.resolve(picture).toFile());
        return (int) IntStream.range(0, SIDE).filter(x -> (image.getRGB(x, SIDE - 1) & 0xff) > 200).count();
    }

    private static ScanFinding in(String place, int frame, int x, int y) {
        return new ScanFinding.InPixels(place, frame, new Box(x, y, 12, 6), "TEXT", true, 1);
    }

    private Path file() throws IOException {
        byte[] frames = new byte[FRAMES * SIDE * SIDE];
        for (int frame = 0; frame < FRAMES; frame++) {
            int row = ((frame + 1) * SIDE - 1) * SIDE;
            Arrays.fill(frames, row, row + frame, (byte) 200);
        }
        byte[] plane = new byte[SIDE * SIDE / 8];
        Arrays.fill(plane, (byte) 0xff);
        Path file = folder.resolve("a.dcm");
        Dataset dataset = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7")
                .set("SOPInstanceUID", "1.2.3.4").set("SamplesPerPixel", 1)
                .set("PhotometricInterpretation", "MONOCHROME2").set("Rows", SIDE).set("Columns", SIDE)
                .set("NumberOfFrames", String.valueOf(FRAMES)).set("BitsAllocated", 8).set("BitsStored", 8)
                .set("HighBit", 7).set("PixelRepresentation", 0).set(0x60000010, Vr.US, SIDE)
                .set(0x60000011, Vr.US, SIDE).bytes(0x60003000, Vr.OW, plane).bytes(0x00420011, Vr.OB, pdf())
                .set(0x00420012, Vr.LO, "application/pdf").bytes(Tag.PIXEL_DATA, Vr.OB, frames).build();
        DicomWriter.write(file, dataset, TransferSyntax.EXPLICIT_LE);
        return file;
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage(PDRectangle.A6));
            document.addPage(new PDPage(PDRectangle.A6));
            document.save(out);
            return out.toByteArray();
        }
    }
}
