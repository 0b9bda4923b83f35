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
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.FileRoom;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TagSet;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.deid.Outcome.Quarantined;
import org.imaginghaven.dicom.deid.Outcome.Reason;
import org.imaginghaven.dicom.identity.ProjectIdentity;
import org.jspecify.annotations.Nullable;

/** What one thread needs to de-identify files one after the other. Not thread safe. */
final class Worker {

    private static final TagSet NOTHING = TagSet.of(new int[0]);
    private static final int MOST_EMPTIED = 32;
    private static final AtomicLong WORKERS = new AtomicLong();
    /** Two threads never decide about one output at once. */
    private static final Object[] LOCKS = new Object[64];

    static {
        java.util.Arrays.setAll(LOCKS, i -> new Object());
    }

    private final Deidentifier.Parts parts;
    private final ProjectIdentity identity;
    private final DicomWriter writer = new DicomWriter();
    private final Proof.Buffers buffers = Proof.Buffers.make();
    private final FileRoom room = new FileRoom();
    private final Claims claims;
    private final Repeats repeats = new Repeats();
    private final String name = ProcessHandle.current().pid() + "-" + WORKERS.incrementAndGet();
    private int files;
    private @Nullable People people;
    private @Nullable Place place;

    /** Whom the last file was about. */
    private record People(byte[] source, String pseudonym, Guard guard, Sweep sweep) {
    }

    /**
     * Where the last file went.
     *
     * @param partial what {@link Deidentifier#partial} says
     * @param own this worker's folder in it: threads that make files in one folder wait for each other in the system
     */
    private record Place(Path folder, Path partial, Path own) {
    }

    Worker(Deidentifier.Parts parts) {
        this.parts = parts;
        this.identity = new ProjectIdentity(parts.key());
        this.claims = new Claims(parts);
    }

    private People people(Dataset header, String pseudonym) {
        byte[] source = KnownIdentifiers.source(header);
        People last = people;
        if (last != null && last.pseudonym.equals(pseudonym) && java.util.Arrays.equals(last.source, source)) {
            return last;
        }
        repeats.forget();
        Guard guard = new Guard(KnownIdentifiers.of(header), VocabularyCleaner.bundled());
        People next = new People(source, pseudonym, guard, guard.sweep(header.characterSets()));
        people = next;
        return next;
    }

    /** A file to hand to {@link #deidentify}; close it before the next. */
    DicomFile read(Path input) throws IOException {
        return DicomFile.read(input, room);
    }

    Outcome deidentify(DicomFile file, Path folder, boolean replace) throws IOException {
        Dataset header = file.dataset();
        Quarantined unfit = Fitness.check(file);
        if (unfit != null) {
            return unfit;
        }
        Optional<String> subject = parts.subjects().subjectOf(header);
        if (subject.isEmpty()) {
            return new Quarantined(Reason.NO_PATIENT, header.string(Tag.PATIENT_ID, "").isBlank()
                    ? "the PatientID is blank"
                    : "the mapping does not name the PatientID");
        }
        String pseudonym = identity.pseudonym(subject.get());
        People about = people(header, pseudonym);
        PixelPlan plan = PixelPlan.of(file, parts, about.guard.known());
        if (plan instanceof PixelPlan.Held held) {
            return new Quarantined(held.reason(), held.detail());
        }
        EditedPixels edited = plan instanceof PixelPlan.Edited edit ? new EditedPixels(file, edit) : null;
        Element pixels = header.get(Tag.PIXEL_DATA);
        if (pixels != null && edited == null) {
            try {
                pixels = PixelText.cleaned(file, pixels, about.sweep);
            } catch (SecondReader.NotProven e) {
                return new Quarantined(Reason.NOT_PROVEN, e.what());
            }
        }
        TagSet emptied = NOTHING;
        while (true) {
            List<Element> kept = new Rewriter(parts.policy(), identity, pseudonym, identity.days(subject.get()),
                    about.guard, parts.cleaner(), repeats, emptied, header, null).rewrite();
            replace(kept, header.get(Tag.PIXEL_DATA), pixels);
            Dataset output = claims.complete(kept, header, file.meta(), pseudonym,
                    identity.uid(Fitness.instance(file)), edited);
            try {
                return write(file, output, outputSyntax(file.syntax(), edited), edited, about, folder, replace);
            } catch (SecondReader.NotProven e) {
                // a value that still holds an identifier goes, rather than the whole file
                if (e.tag() == 0 || emptied.has(e.tag()) || emptied.size() >= MOST_EMPTIED) {
                    return new Quarantined(Reason.NOT_PROVEN, e.what());
                }
                emptied = emptied.with(e.tag());
            }
        }
    }

    private static void replace(List<Element> kept, @Nullable Element before, @Nullable Element after) {
        if (before != after && after != null) {
            kept.replaceAll(element -> element == before ? after : element);
        }
    }

    /** Decoded pixels and deflated files become explicit little endian; everything else stays as it was. */
    private static TransferSyntax outputSyntax(TransferSyntax in, @Nullable EditedPixels edited) {
        if (edited != null && in.encapsulated() || in.deflated()) {
            return TransferSyntax.EXPLICIT_LE;
        }
        return in.encapsulated() && !in.explicit() ? new TransferSyntax(in.uid(), true, false, false, true) : in;
    }

    private Outcome write(DicomFile file, Dataset output, TransferSyntax syntax, @Nullable EditedPixels edited,
            People about, Path folder, boolean replace) throws IOException, SecondReader.NotProven {
        Path relative = place(output, about.pseudonym);
        Path target = folder.resolve(relative);
        Place beside = beside(folder);
        Path part = beside.own.resolve(Integer.toString(++files));
        DicomWriter.BulkReader bytes = edited == null ? file : edited;
        boolean moved = false;
        try {
            try (FileChannel channel = open(part, beside.own)) {
                writer.file(channel, DicomWriter.meta(output, syntax), output, syntax, bytes);
            }
            new Proof(parts.policy(), file.dataset(), about.sweep, bytes, output.get(Tag.PIXEL_DATA), buffers)
                    .check(part, syntax);
            long size = writer.written();
            synchronized (LOCKS[target.hashCode() & LOCKS.length - 1]) {
                if (!replace && Files.exists(target)) {
                    return Files.mismatch(part, target) < 0
                            ? new Outcome.Deidentified(relative, about.pseudonym, size)
                            : new Quarantined(Reason.DUPLICATE_INSTANCE, relative.toString());
                }
                move(part, target);
                moved = true;
            }
            return new Outcome.Deidentified(relative, about.pseudonym, size);
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw UnwritableOutputException.unlessOf(e, beside.partial);
        } finally {
            if (!moved) {
                discard(part);
            }
        }
    }

    /** What cannot be deleted lies outside the output folder, and the next run deletes it. */
    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }

    private Place beside(Path folder) {
        Place last = place;
        if (last == null || !last.folder.equals(folder)) {
            Path partial = Deidentifier.partial(folder);
            last = new Place(folder, partial, partial.resolve(name));
            place = last;
        }
        return last;
    }

    private static FileChannel open(Path part, Path own) throws IOException {
        try {
            return FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (java.nio.file.NoSuchFileException e) {
            Files.createDirectories(own);
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
                parts.cleaner(), new Repeats(), NOTHING, header, trace).rewrite();
    }
}
