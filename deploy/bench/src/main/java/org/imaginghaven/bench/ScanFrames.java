package org.imaginghaven.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.pixels.decode.KeptCodecs;
import org.imaginghaven.pixels.text.Display;
import org.imaginghaven.pixels.text.GrayFrame;

/** The same frames twice: as DICOM files for the engine and as PNG for a program that reads pictures. */
final class ScanFrames {

    private static final int SIDE = 512;

    private ScanFrames() {
    }

    /** Made frames: grey tissue on black, two of three with lines of made-up identifiers at the edges or on the tissue. */
    static void make(Path folder, int files) throws IOException {
        Random random = new Random(5);
        Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            Dataset image = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7")
                    .set("SOPInstanceUID", "1.2.826.0.1.3680043.10.1099.9." + i).set("Modality", "OT")
                    .set("PatientName", "Strathmiglow^Morag").set("PatientID", "070417760")
                    .set("StudyDescription", "Thorax for Strathmiglow").set("ImageComments", "phone 01632 960001")
                    .set("SamplesPerPixel", 1).set("PhotometricInterpretation", "MONOCHROME2").set("Rows", SIDE)
                    .set("Columns", SIDE).set("BitsAllocated", 8).set("BitsStored", 8).set("HighBit", 7)
                    .set("PixelRepresentation", 0).bytes(Tag.PIXEL_DATA, Vr.OB, frame(random, i % 3 > 0)).build();
            DicomWriter.write(folder.resolve(String.format(Locale.ROOT, "%05d.dcm", i)), image,
                    TransferSyntax.EXPLICIT_LE);
        }
    }

    private static byte[] frame(Random random, boolean text) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 14; i++) {
            int grey = 40 + random.nextInt(150);
            g.setColor(new Color(grey, grey, grey, 60 + random.nextInt(150)));
            int w = SIDE / 12 + random.nextInt(SIDE / 2);
            int h = SIDE / 12 + random.nextInt(SIDE / 2);
            g.fillOval(SIDE / 2 - w / 2 + random.nextInt(SIDE / 3) - SIDE / 6,
                    SIDE / 2 - h / 2 + random.nextInt(SIDE / 3) - SIDE / 6, w, h);
        }
        for (int line = 0; text && line < 4; line++) {
            g.setColor(new Color(240, 240, 240));
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12 + random.nextInt(8)));
            g.drawString(line % 2 == 0
                    ? "STRATHMIGLOW, Morag " + random.nextInt(100)
                    : String.format(Locale.ROOT, "%02d/%02d/19%02d %07d", 1 + random.nextInt(28),
                            1 + random.nextInt(12), random.nextInt(100), random.nextInt(10_000_000)),
                    line < 2 ? 8 : 150 + random.nextInt(80), line < 2 ? 24 + 24 * line : 200 + 60 * line);
        }
        g.dispose();
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 0xff;
            pixels[i] = (byte) (value == 0 ? 0 : Math.clamp(Math.round(value + random.nextGaussian() * 4), 0, 255));
        }
        return pixels;
    }

    /**
     * Copies the files of a folder that hold one frame which can be shown, and writes that frame beside as a picture.
     *
     * @return the pictures, one for each file copied
     */
    static List<Path> pictures(Path from, Path files, Path pictures, int most) throws IOException {
        Files.createDirectories(files);
        Files.createDirectories(pictures);
        List<Path> made = new ArrayList<>();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path path : all) {
            String name = String.format(Locale.ROOT, "%05d", made.size());
            if (made.size() < most && shown(path, pictures.resolve(name + ".png"))) {
                Files.copy(path, files.resolve(name + ".dcm"));
                made.add(pictures.resolve(name + ".png"));
            }
        }
        return made;
    }

    private static boolean shown(Path path, Path picture) throws IOException {
        try (DicomFile file = DicomFile.read(path)) {
            if (!file.dataset().has(Tag.PIXEL_DATA)) {
                return false;
            }
            FilePixels pixels = FilePixels.of(file, new KeptCodecs());
            if (pixels.format().frames() != 1) {
                return false;
            }
            GrayFrame frame = Display.of(file.dataset(), pixels.format()).pictures(pixels.frame(0)).getFirst();
            BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.pixels());
            return ImageIO.write(image, "png", picture.toFile());
        } catch (DicomException | org.imaginghaven.pixels.decode.UndecodableException e) {
            return false;
        }
    }
}
