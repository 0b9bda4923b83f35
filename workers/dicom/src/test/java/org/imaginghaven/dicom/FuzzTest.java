package org.imaginghaven.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.imaginghaven.dicom.deid.Deidentifier;
import org.imaginghaven.dicom.deid.Outcome;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes whole files and reads them: nothing but a data set or a typed error may come of it. Guided by novelty: an input
 * that shows the reader anything new (a kind of element at a depth, an error at a tag, a count of another order of
 * magnitude) is kept and changed further, and is de-identified too. No agent instruments the classes, so that it runs on any
 * JDK at full speed and in little memory. {@code -Dfuzz.minutes=10} makes it longer. An input that breaks it is written to
 * {@code target/fuzz}; put beside those in {@code src/test/resources/broke}, it is tried for ever.
 */
class FuzzTest {

    private static final byte[][] MARKS = {{-2, -1, 0, -32}, {-2, -1, 13, -32}, {-2, -1, -35, -32}, {-1, -1, -1, -1},
            {'S', 'Q', 0, 0}, {'U', 'N', 0, 0}, {'O', 'B', 0, 0}, {-32, 127, 16, 0}, {-1, -1, -1, 127}, {8, 0, 5, 0},
            {0, 0, 0, 0}, {0, 0, 0, -128}, {9, 0, 16, 0, 'L', 'O'}, {'D', 'I', 'C', 'M'}, {27, '$', 'B'}};
    private static final Path BROKE = Path.of("src/test/resources/broke");
    private static final int MOST_KEPT = 4000;
    private static final int MOST_BYTES = 1 << 16;

    @TempDir
    private Path folder;

    private final Set<Integer> seen = new HashSet<>();
    private final List<byte[]> kept = new ArrayList<>();
    private final List<byte[]> readable = new ArrayList<>();
    private final Deidentifier engine = new Deidentifier(
            Deidentifier.Parts.of(Policy.bundled("research"), ProjectKey.random()).assumingCleanPixels(true));
    private int read;
    private int refused;

    static Stream<Path> broke() throws IOException {
        try (Stream<Path> files = Files.list(BROKE)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("broke")
    void whatOnceBrokeItDoesSoNoMore(Path file) throws IOException {
        attempt(Files.readAllBytes(file));
        deidentified(Files.readAllBytes(file));
    }

    @Test
    void changedFilesAreReadOrRefused() throws IOException {
        seeds().forEach(this::tryOne);
        assertThat(readable).hasSizeGreaterThan(4);
        assertThat(kept).isNotEmpty();
        long budget = (long) (Double.parseDouble(System.getProperty("fuzz.minutes", "0.1")) * 60e9);
        Random random = new Random(Long.getLong("fuzz.seed", 1));
        int tries = 0;
        for (long end = System.nanoTime() + budget; System.nanoTime() < end; tries++) {
            tryOne(changed(random));
        }
        System.out.printf("fuzz: %d inputs, %d read, %d refused, %d things seen, %d inputs kept%n", tries, read,
                refused, seen.size(), kept.size() + readable.size());
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private void tryOne(byte[] bytes) {
        try {
            int before = read;
            if (attempt(bytes) && kept.size() + readable.size() < MOST_KEPT) {
                (read > before ? readable : kept).add(bytes);
                deidentified(bytes);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError("kept as " + keep(bytes), e);
        }
    }

    private static Path keep(byte[] bytes) {
        try {
            Path file = Path.of("target/fuzz", Integer.toHexString(java.util.Arrays.hashCode(bytes)) + ".dcm");
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it; true when that showed anything new. */
    private boolean attempt(byte[] bytes) throws IOException {
        boolean fresh = false;
        try (DicomFile file = DicomFile.read(bytes)) {
            new DicomJson().write(file.dataset(), OutputStream.nullOutputStream());
            fresh = look(file.dataset(), file.syntax().uid().hashCode(), 0);
            fresh |= look(file.meta(), 1, 0);
            read++;
        } catch (DicomException e) {
            assertThat(e.kind()).isNotNull();
            fresh = seen.add(java.util.Objects.hash(e.kind(), e.tag() & 0xFFFF0003));
            refused++;
        }
        return fresh;
    }

    private boolean look(Dataset dataset, int where, int depth) {
        boolean fresh = seen.add(java.util.Objects.hash(where, depth, log(dataset.size())));
        for (Element element : dataset) {
            int kind = switch (element) {
                case Element.Value value -> log(value.length());
                case Element.Items items -> 64 + log(items.items().size());
                case Element.Bulk bulk -> 128 + log(bulk.length());
                case Element.Fragments fragments -> 192 + log(fragments.fragments().size());
            };
            fresh |= seen.add(java.util.Objects.hash(where, depth, Tag.group(element.tag()), element.vr(), kind));
            if (element instanceof Element.Items items) {
                for (Dataset item : items.items()) {
                    fresh |= look(item, Tag.group(element.tag()), depth + 1);
                }
            }
        }
        return fresh;
    }

    private static int log(long number) {
        return 64 - Long.numberOfLeadingZeros(Math.abs(number));
    }

    /** An outcome, never an exception, and nothing in the output folder but whole files. */
    private void deidentified(byte[] bytes) throws IOException {
        Path in = Files.write(folder.resolve("in.dcm"), bytes);
        Outcome outcome = engine.deidentify(in, folder.resolve("out"), true);
        assertThat(outcome).isNotNull();
        if (outcome instanceof Outcome.Deidentified done) {
            Path written = folder.resolve("out").resolve(done.output());
            try (DicomFile file = DicomFile.read(written)) {
                assertThat(file.dataset().string(Tag.PATIENT_IDENTITY_REMOVED)).isEqualTo("NO");
            }
            Files.delete(written);
        }
    }

    private byte[] changed(Random random) {
        // what can be read and what was found last lead further than the rest
        List<byte[]> list = random.nextInt(8) == 0 ? kept : readable;
        int from = random.nextInt(2) == 0 ? 0 : Math.max(0, list.size() - 50);
        byte[] bytes = list.get(from + random.nextInt(list.size() - from)).clone();
        int changes = 1 << random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            bytes = change(bytes, random);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                byte[] mark = MARKS[random.nextInt(MARKS.length)];
                System.arraycopy(mark, 0, bytes, at, Math.min(mark.length, bytes.length - at));
            }
            case 3 -> {
                return java.util.Arrays.copyOf(bytes, Math.max(1, at));
            }
            case 4 -> {
                return spliced(bytes, at, bytes, random);
            }
            case 5 -> {
                return spliced(bytes, at, readable.get(random.nextInt(readable.size())), random);
            }
            default -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(64), bytes.length - Math.max(from, at));
                System.arraycopy(bytes, from, bytes, at, Math.max(0, length));
            }
        }
        return bytes;
    }

    /** The bytes with a piece of the others put in. */
    private static byte[] spliced(byte[] bytes, int at, byte[] others, Random random) {
        int from = random.nextInt(others.length);
        int length = Math.min(Math.min(1 + random.nextInt(512), others.length - from), MOST_BYTES - bytes.length);
        if (length <= 0) {
            return bytes;
        }
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(others, from, longer, at, length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        Dataset made = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2").set("SOPInstanceUID", "1.2.4")
                .set("StudyInstanceUID", "1.2.5").set("SeriesInstanceUID", "1.2.6").set("PatientID", "P1")
                .set("PatientName", "A^B").set("StudyDate", "20200131").set("PixelSpacing", "0.5", "0.5")
                .item("RequestAttributesSequence",
                        item -> item.item("ScheduledProtocolCodeSequence", code -> code.set("CodeValue", "1")))
                .setPrivate(0x0009, "ACME", 1, Vr.UN, "x").setPrivate(0x0011, "GEMS_GENIE_1", 0x0D, Vr.LO, "A B")
                .frames(List.of(new byte[10], new byte[11])).build();
        for (String uid : new String[]{"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2",
                "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.5"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DicomWriter.write(out, uid.endsWith(".5")
                    ? made
                    : Dataset.builder().all(made).bytes(Tag.PIXEL_DATA, Vr.OW, new byte[64]).build(),
                    TransferSyntax.of(uid));
            seeds.add(out.toByteArray());
        }
        for (int depth : new int[]{3, 63, 65, 5000}) {
            seeds.add(bomb(depth));
        }
        Path shared = Path.of(System.getProperty("haven.repository", "."), "../shared/data/dicom/conformance");
        if (Files.isDirectory(shared)) {
            try (Stream<Path> walk = Files.walk(shared)) {
                for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
                    if (Files.size(file) > 0 && Files.size(file) < 20_000 && seeds.size() < 160) {
                        seeds.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return seeds;
    }

    /** Sequences in sequences in sequences, of undefined length. */
    private static byte[] bomb(int depth) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, Dataset.builder().set("SOPInstanceUID", "1.2").build(), TransferSyntax.EXPLICIT_LE);
        for (int i = 0; i < depth; i++) {
            out.write(new byte[]{8, 0, 0x40, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1});
        }
        return out.toByteArray();
    }
}
