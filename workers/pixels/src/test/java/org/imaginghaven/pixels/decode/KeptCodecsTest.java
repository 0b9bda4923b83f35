package org.imaginghaven.pixels.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.pixels.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptCodecsTest {

    private static final String CT = "CTImage.dcm_";
    private static final String PLAIN = CT
            + "DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99.dcm";

    @ParameterizedTest
    @ValueSource(strings = {"JPEGProcess14TransferSyntax_1.2.840.10008.1.2.4.57.dcm",
            "JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm",
            "JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80.dcm",
            "JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm",
            "RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm"})
    void losslessSyntaxesGiveTheSameBits(String file) throws IOException {
        assertThat(frame(CT + file)).isEqualTo(frame(PLAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51.dcm",
            "JPEGProcess6_8TransferSyntax_1.2.840.10008.1.2.4.53.dcm",
            "JPEGProcess10_12TransferSyntax_1.2.840.10008.1.2.4.55.dcm",
            "JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81.dcm",
            "JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm"})
    void lossySyntaxesShowTheSameImage(String file) throws IOException {
        // 12 bit JPEG holds the image at another scale, so shape is compared, not value
        assertThat(correlation(values(frame(CT + file)), values(frame(PLAIN)))).isGreaterThan(0.999);
    }

    @Test
    void losslessHighThroughputComesCloseToItsLossyTwin() throws IOException {
        byte[] lossless = frame("HTJ2KLossless_08_RGB.dcm");
        byte[] lossy = frame("HTJ2K_08_RGB.dcm");
        long sum = 0;
        for (int i = 0; i < lossless.length; i++) {
            sum += Math.abs((lossless[i] & 0xff) - (lossy[i] & 0xff));
        }
        assertThat((double) sum / lossless.length).isLessThan(3);
    }

    @Test
    void colourJpegBecomesRgb() throws IOException {
        // ten rows of red on top, in a file of YBR_FULL_422
        byte[] rgb = frame("SC_rgb_dcmtk_+eb+cy+n1.dcm");
        assertThat(rgb[0] & 0xff).isGreaterThan(240);
        assertThat(rgb[1] & 0xff).isLessThan(15);
        assertThat(rgb[2] & 0xff).isLessThan(15);
    }

    @Test
    void jpegLsGivesTheSameColoursHoweverItIsInterleaved() throws IOException {
        assertThat(frame("JLSL_RGB_ILV2.dcm")).isEqualTo(frame("JLSL_RGB_ILV1.dcm"));
    }

    @Test
    void whatEndsEarlyIsRefused() throws IOException {
        PixelFormat gray = new PixelFormat("1.2.840.10008.1.2.4.50", 8, 8, 1, "MONOCHROME2", 0, 8, 8, 7, false, 1,
                false, true);
        byte[] start = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
        assertThatThrownBy(() -> new KeptCodecs().decode(gray, start)).isInstanceOf(UndecodableException.class)
                .hasMessage("frame cannot be decoded: CORRUPT, the stream ends early");
    }

    @Test
    void runsAndLiteralsUnpack() throws IOException {
        PixelFormat format = rle(2, 4);
        byte[] encoded = new byte[64 + 8];
        encoded[0] = 1;
        encoded[4] = 64;
        byte[] packed = {-3, 7, 3, 1, 2, 3, 4, 0};
        System.arraycopy(packed, 0, encoded, 64, packed.length);
        assertThat(new KeptCodecs().decode(format, encoded)).containsExactly(7, 7, 7, 7, 1, 2, 3, 4);
    }

    @Test
    void runsThatEndEarlyAreRefused() {
        byte[] encoded = new byte[64 + 2];
        encoded[0] = 1;
        encoded[4] = 64;
        encoded[64] = -3;
        encoded[65] = 7;
        assertThatThrownBy(() -> new KeptCodecs().decode(rle(2, 4), encoded)).isInstanceOf(UndecodableException.class)
                .hasMessage("frame cannot be decoded: CORRUPT, RLE segment ends early");
        assertThatThrownBy(() -> new KeptCodecs().decode(rle(2, 4), Arrays.copyOf(encoded, 20)))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("frame cannot be decoded: MISMATCH, RLE segments");
    }

    private static PixelFormat rle(int rows, int columns) {
        return new PixelFormat("1.2.840.10008.1.2.5", rows, columns, 1, "MONOCHROME2", 0, 8, 8, 7, false, 1, false,
                true);
    }

    private static byte[] frame(String name) throws IOException {
        try (DicomFile file = DicomFile.read(SharedData.dicom(name))) {
            return FilePixels.of(file, new KeptCodecs()).frame(0);
        }
    }

    private static double correlation(int[] a, int[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static int[] values(byte[] words) {
        int[] values = new int[words.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (words[2 * i] & 0xff | (words[2 * i + 1] & 0xff) << 8);
        }
        return values;
    }
}
