package org.imaginghaven.demo.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.imaginghaven.demo.archive.Truth.PlantedFile;
import org.imaginghaven.demo.archive.Truth.State;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;
import org.jspecify.annotations.Nullable;

/** Puts files into the archive, whole or damaged, and what is in them into the truth. */
final class Shelf {

    private static final int PREAMBLE = 132;

    private final Path folder;
    private final Truth truth;
    private int files;
    private long identifiers;
    private long bytes;

    Shelf(Path folder, Truth truth) {
        this.folder = folder;
        this.truth = truth;
    }

    void put(MadeFile file) throws IOException {
        write(file, path(file), State.READABLE, null, encoded(file));
    }

    /** Ends in the middle of the pixels. */
    void putTruncated(MadeFile file) throws IOException {
        byte[] whole = encoded(file);
        write(file, path(file), State.TRUNCATED, null, Arrays.copyOf(whole, whole.length * 55 / 100));
    }

    /** Only the data set, without preamble and meta header, as some old systems wrote it. */
    void putBare(MadeFile file) throws IOException {
        byte[] whole = encoded(file);
        int metaLength = 0;
        for (int i = 3; i >= 0; i--) {
            metaLength = metaLength << 8 | whole[PREAMBLE + 8 + i] & 0xFF;
        }
        write(file, path(file), State.READABLE, null,
                Arrays.copyOfRange(whole, PREAMBLE + 12 + metaLength, whole.length));
    }

    /** The same bytes once more, where another system put them. */
    void putCopy(MadeFile file) throws IOException {
        write(file, again("resent", file), State.DUPLICATE, path(file), encoded(file));
    }

    /** The same SOP Instance UID with other pixels. */
    void putConflicting(MadeFile file) throws IOException {
        byte[] other = new byte[160 * 160 * 2];
        Arrays.fill(other, (byte) 3);
        file.sheet().bytes(Tag.PIXEL_DATA, Vr.OW, other).set("ImageComments", "REPROCESSED");
        write(file, again("reprocessed", file), State.CONFLICT, path(file), encoded(file));
    }

    /** A file that is no instance of anybody. */
    void putOther(String path, State state, byte[] content, List<Truth.Identifier> planted) throws IOException {
        store(path, content);
        add(new PlantedFile(path, null, state.label(), null, null, null, planted));
    }

    private void write(MadeFile file, String path, State state, @Nullable String of, byte[] content)
            throws IOException {
        store(path, content);
        add(new PlantedFile(path, file.visit().person().label(), state.label(), file.modality(),
                file.visit().patientId(), of, file.sheet().planted()));
    }

    private void store(String path, byte[] content) throws IOException {
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        Files.write(target, content);
        bytes += content.length;
    }

    private void add(PlantedFile file) throws IOException {
        truth.add(file);
        files++;
        identifiers += file.identifiers().size();
    }

    private static byte[] encoded(MadeFile file) throws IOException {
        Dataset dataset = file.sheet().build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, dataset, file.syntax());
        return out.toByteArray();
    }

    private static String path(MadeFile file) {
        return file.visit().hospital().controller() + "/" + file.folder() + "/" + file.name();
    }

    private static String again(String where, MadeFile file) {
        return file.visit().hospital().controller() + "/" + where + "/"
                + file.visit().person().label().replace('P', 'S')
                + "-" + file.name();
    }

    int files() {
        return files;
    }

    long identifiers() {
        return identifiers;
    }

    long bytes() {
        return bytes;
    }
}
