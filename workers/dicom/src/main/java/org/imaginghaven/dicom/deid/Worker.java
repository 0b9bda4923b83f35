package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.deid.Outcome.Quarantined;
import org.imaginghaven.dicom.deid.Outcome.Reason;
import org.imaginghaven.dicom.identity.ProjectIdentity;
import org.jspecify.annotations.Nullable;

/** What one thread needs to de-identify files one after the other. Not thread safe. */
final class Worker {

    private static final AtomicLong SERIAL = new AtomicLong();
    /** Two threads never decide about one output at once. */
    private static final Object[] LOCKS = new Object[64];

    static {
        java.util.Arrays.setAll(LOCKS, i -> new Object());
    }

    private final Deidentifier.Parts parts;
    private final ProjectIdentity identity;
    private final DicomWriter writer = new DicomWriter();
    private final Proof.Buffers buffers = Proof.Buffers.make();
    private final Remembered remembered = new Remembered();

    Worker(Deidentifier.Parts parts) {
        this.parts = parts;
        this.identity = new ProjectIdentity(parts.key());
    }

    Outcome deidentify(DicomFile file, Path folder, boolean replace) throws IOException {
        Dataset header = file.dataset();
        Quarantined unfit = Fitness.check(file);
        if (unfit != null) {
            return unfit;
        }
        Optional<String> subject = parts.subjects().subjectOf(header);
        if (subject.isEmpty()) {
            return new Quarantined(Reason.NO_PATIENT, "no PatientID, or none that the mapping knows");
        }
        Guard guard = new Guard(KnownIdentifiers.of(header), VocabularyCleaner.bundled());
        PixelPlan plan = PixelPlan.of(file, parts, guard.known());
        if (plan instanceof PixelPlan.Held held) {
            return new Quarantined(held.reason(), held.detail());
        }
        String pseudonym = identity.pseudonym(subject.get());
        List<Element> kept = new Rewriter(parts.policy(), identity, pseudonym, identity.days(subject.get()), guard,
                parts.cleaner(), header, null).rewrite();
        EditedPixels edited = plan instanceof PixelPlan.Edited edit ? new EditedPixels(file, edit) : null;
        TransferSyntax syntax = outputSyntax(file.syntax(), edited);
        Dataset output = Claims.complete(kept, header, file.meta(), parts, pseudonym, edited);
        return write(file, output, syntax, edited, guard, folder, replace, pseudonym);
    }

    /** Decoded pixels and deflated files become explicit little endian; everything else stays as it was. */
    private static TransferSyntax outputSyntax(TransferSyntax in, @Nullable EditedPixels edited) {
        if (edited != null && in.encapsulated() || in.deflated()) {
            return TransferSyntax.EXPLICIT_LE;
        }
        return in.encapsulated() && !in.explicit() ? new TransferSyntax(in.uid(), true, false, false, true) : in;
    }

    private Outcome write(DicomFile file, Dataset output, TransferSyntax syntax, @Nullable EditedPixels edited,
            Guard guard, Path folder, boolean replace, String pseudonym) throws IOException {
        Path relative = place(output, pseudonym);
        Path target = folder.resolve(relative);
        Path partial = Deidentifier.partial(folder);
        Path part = partial.resolve(ProcessHandle.current().pid() + "-" + SERIAL.incrementAndGet());
        DicomWriter.BulkReader bytes = remembered.of(edited == null ? file : edited);
        try {
            try (FileChannel channel = open(part, partial)) {
                writer.file(channel, DicomWriter.meta(output, syntax), output, syntax, bytes);
            }
            new Proof(parts.policy(), file.dataset(), guard, bytes, output.get(Tag.PIXEL_DATA), buffers).check(part,
                    syntax);
            long size = writer.written();
            synchronized (LOCKS[target.hashCode() & LOCKS.length - 1]) {
                if (!replace && Files.exists(target)) {
                    return Files.mismatch(part, target) < 0
                            ? new Outcome.Deidentified(relative, pseudonym, size)
                            : new Quarantined(Reason.DUPLICATE_INSTANCE, relative.toString());
                }
                move(part, target);
            }
            return new Outcome.Deidentified(relative, pseudonym, size);
        } catch (SecondReader.NotProven e) {
            return new Quarantined(Reason.NOT_PROVEN, e.what());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileChannel open(Path part, Path partial) throws IOException {
        try {
            return FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (java.nio.file.NoSuchFileException e) {
            Files.createDirectories(partial);
            return FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (java.nio.file.NoSuchFileException e) {
            Files.createDirectories(target.getParent());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the folder for parts must be on the same disk as the output", e);
        }
    }

    private Path place(Dataset output, String pseudonym) {
        return Path.of(pseudonym, name(output, Tag.STUDY_INSTANCE_UID), name(output, Tag.SERIES_INSTANCE_UID),
                name(output, Tag.SOP_INSTANCE_UID) + ".dcm");
    }

    private static String name(Dataset output, int tag) {
        String uid = output.string(tag, "");
        return uid.startsWith("2.25.") ? uid.substring(5) : "none";
    }

    void explain(DicomFile file, Rewriter.Trace trace) {
        Dataset header = file.dataset();
        String subject = parts.subjects().subjectOf(header).orElse("");
        Guard guard = new Guard(KnownIdentifiers.of(header), VocabularyCleaner.bundled());
        new Rewriter(parts.policy(), identity, identity.pseudonym(subject), identity.days(subject), guard,
                parts.cleaner(), header, trace).rewrite();
    }
}
