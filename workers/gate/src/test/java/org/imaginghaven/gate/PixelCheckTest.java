package org.imaginghaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.pixels.decode.KeptCodecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts that production runs with, on an image that is not what its class was promoted as. */
class PixelCheckTest {

    private static final int SIDE = 256;
    private static final int CLEAR = 255;
    private static final int FAINT = 28;

    @TempDir
    Path root;

    @Test
    void aNameInAnImageOfAClassPromotedAsCleanIsBlankedOrTheImageHeld() throws Exception {
        Zones zones = new Zones(root, GateParts.complete());
        zones.archive(4);
        zones.write("north/cr/0.dcm", image(0, null, CLEAR));
        zones.write("north/cr/1.dcm", image(1, null, CLEAR));
        zones.ingest();
        zones.promoteTags("Modality", "PatientSex", "StudyDate");
        zones.promoteImages("CR");
        zones.write("north/cr/2.dcm", image(2, Zones.NAMES[2], CLEAR));
        zones.write("north/cr/3.dcm", image(3, Zones.NAMES[3], FAINT));
        zones.ingest();
        zones.run("gate:refresh-inventory:1");

        Key extraction = zones.planned(zones.agreement(Key.random(Key.Kind.PROJECT), "{\"modality\": [\"CR\"]}", 4,
                "north"));
        zones.extractChunks(extraction);

        assertThat(zones.gate.extractions().counts(extraction).reasons()).containsEntry("PIXELS_UNSURE", 1);
        int looked = 0;
        for (Path file : zones.files(root.resolve("quarantine"))) {
            if (file.toString().endsWith(".dcm")) {
                looked++;
                assertThat(brightest(file)).as("text is brighter than anything else").isLessThan(CLEAR);
            }
        }
        assertThat(looked).isEqualTo(3);
    }

    private static int brightest(Path path) throws Exception {
        try (DicomFile file = DicomFile.read(path)) {
            int most = 0;
            for (byte value : FilePixels.of(file, new KeptCodecs()).frame(0)) {
                most = Math.max(most, value & 0xff);
            }
            return most;
        }
    }

    private static DatasetBuilder image(int patient, String text, int ink) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(250, 250, 250));
        g.fillOval(40, 60, 180, 150);
        if (text != null) {
            g.setColor(new Color(255, 255, 255, ink));
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
            g.drawString(text, 20, 40);
        }
        g.dispose();
        return Zones.image(patient, "CR", patient).set("ManufacturerModelName", "Plate 9")
                .set("StudyInstanceUID", "1.2.826.0.1.9." + patient)
                .set("SeriesInstanceUID", "1.2.826.0.1.9.1." + patient)
                .set("SOPInstanceUID", "1.2.826.0.1.9.1.1." + patient)
                .set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.1").set("ImageType", "ORIGINAL", "PRIMARY")
                .set("Rows", SIDE).set("Columns", SIDE)
                .bytes(Tag.PIXEL_DATA, Vr.OB, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }
}
