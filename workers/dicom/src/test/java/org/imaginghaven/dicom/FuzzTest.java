package org.imaginghaven.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Changes whole files at random, with a bias to lengths, tags and delimiters, and reads them: nothing but a file or a typed
 * error may come of it. {@code -Dfuzz.minutes=10} makes it longer; the seed of a failure stands in its message.
 */
class FuzzTest {

    private static final byte[][] MARKS = {{-2, -1, 0, -32}, {-2, -1, 13, -32}, {-2, -1, -35, -32}, {-1, -1, -1, -1},
            {'S', 'Q', 0, 0}, {'U', 'N', 0, 0}, {'O', 'B', 0, 0}, {-32, 127, 16, 0}, {-1, -1, -1, 127}, {8, 0, 5, 0}};

    @Test
    void changedFilesAreReadOrRefused() throws IOException {
        List<byte[]> seeds = seeds();
        long budget = (long) (Double.parseDouble(System.getProperty("fuzz.minutes", "0.1")) * 60e9);
        long end = System.nanoTime() + budget;
        int read = 0;
        int refused = 0;
        for (long seed = Long.getLong("fuzz.seed", 1); System.nanoTime() < end; seed++) {
            byte[] bytes = changed(seeds, new Random(seed));
            try (DicomFile file = DicomFile.read(bytes)) {
                new DicomJson().write(file.dataset(), java.io.OutputStream.nullOutputStream());
                read++;
            } catch (DicomException e) {
                assertThat(e.kind()).isNotNull();
                refused++;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("fuzz.seed " + seed, e);
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static byte[] changed(List<byte[]> seeds, Random random) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> {
                    byte[] mark = MARKS[random.nextInt(MARKS.length)];
                    System.arraycopy(mark, 0, bytes, at, Math.min(mark.length, bytes.length - at));
                }
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(64), bytes.length - Math.max(from, at));
                    System.arraycopy(bytes, from, bytes, at, Math.max(0, length));
                }
            }
        }
        return bytes;
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        Dataset made = Dataset.builder().set("SOPClassUID", "1.2.3").set("SOPInstanceUID", "1.2.4")
                .set("PatientName", "A^B")
                .item("RequestAttributesSequence",
                        item -> item.item("ScheduledProtocolCodeSequence", code -> code.set("CodeValue", "1")))
                .setPrivate(0x0009, "ACME", 1, Vr.UN, "x").frames(List.of(new byte[10], new byte[11])).build();
        for (String uid : new String[]{"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2",
                "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.5"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DicomWriter.write(out, uid.endsWith(".5")
                    ? made
                    : Dataset.builder().all(made).bytes(Tag.PIXEL_DATA, Vr.OW, new byte[64]).build(),
                    TransferSyntax.of(uid));
            seeds.add(out.toByteArray());
        }
        Path shared = Path.of(System.getProperty("haven.repository", "."), "../shared/data/dicom/conformance");
        if (Files.isDirectory(shared)) {
            try (Stream<Path> walk = Files.walk(shared)) {
                walk.filter(Files::isRegularFile).filter(FuzzTest::isSmall).sorted().limit(150).forEach(file -> {
                    try {
                        seeds.add(Files.readAllBytes(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
        return seeds;
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) > 0 && Files.size(file) < 20_000;
        } catch (IOException e) {
            return false;
        }
    }
}
