package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.identity.SubjectSource;
import org.imaginghaven.dicom.pixel.PixelDecoder;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.dicom.pixel.PixelTextFinder;
import org.imaginghaven.dicom.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Rewrites files de-identified under one policy for one project. Thread safe; holds no state of a file. */
public final class Deidentifier {

    /**
     * What a de-identifier is made of.
     *
     * @param finder looks at the pixels after the rules; null when only the rules decide
     * @param assumeCleanPixels measure headers alone: pixels pass unseen and PatientIdentityRemoved says NO
     */
    public record Parts(Policy policy, ProjectKey key, SubjectSource subjects, TextCleaner cleaner,
            PixelDecoder decoder,
            @Nullable PixelTextFinder finder, PixelRules pixelRules, boolean assumeCleanPixels) {

        /** Only the engine's own parts: vocabulary cleaner, no decoder, no finder. */
        public static Parts of(Policy policy, ProjectKey key) {
            return new Parts(policy, key, SubjectSource.fromHeader(), VocabularyCleaner.bundled(), PixelDecoder.NONE,
                    null, PixelRules.bundled(), false);
        }

        public Parts withPolicy(Policy other) {
            return new Parts(other, key, subjects, cleaner, decoder, finder, pixelRules, assumeCleanPixels);
        }

        public Parts withSubjects(SubjectSource other) {
            return new Parts(policy, key, other, cleaner, decoder, finder, pixelRules, assumeCleanPixels);
        }

        public Parts withCleaner(TextCleaner other) {
            return new Parts(policy, key, subjects, other, decoder, finder, pixelRules, assumeCleanPixels);
        }

        public Parts withDecoder(PixelDecoder other) {
            return new Parts(policy, key, subjects, cleaner, other, finder, pixelRules, assumeCleanPixels);
        }

        public Parts withFinder(@Nullable PixelTextFinder other) {
            return new Parts(policy, key, subjects, cleaner, decoder, other, pixelRules, assumeCleanPixels);
        }

        public Parts withPixelRules(PixelRules other) {
            return new Parts(policy, key, subjects, cleaner, decoder, finder, other, assumeCleanPixels);
        }

        public Parts assumingCleanPixels(boolean assume) {
            return new Parts(policy, key, subjects, cleaner, decoder, finder, pixelRules, assume);
        }
    }

    private final Parts parts;
    private final ConcurrentLinkedQueue<Worker> workers = new ConcurrentLinkedQueue<>();

    public Deidentifier(Parts parts) {
        this.parts = parts;
    }

    public Parts parts() {
        return parts;
    }

    /**
     * De-identifies one file into {@code folder/PSEUDONYM/STUDY/SERIES/INSTANCE.dcm}. Written in a folder beside
     * ({@link #partial}), read again and checked, then renamed; on any doubt nothing is left behind. A file that is there
     * already with the same bytes counts as done; with other bytes the input is quarantined as DUPLICATE_INSTANCE. Never
     * throws for a bad file.
     *
     * <p>A killed process leaves only whole, checked files. Nothing is forced to disk (fsync), so a power failure may cost
     * what was written in the last seconds: then begin again with an empty folder.
     *
     * @throws UnwritableOutputException when nothing can be written to the folder, which is no fault of the file
     */
    public Outcome deidentify(Path input, Path folder) {
        return deidentify(input, folder, false);
    }

    /** The same; with replace an output that is there with other bytes is replaced. */
    public Outcome deidentify(Path input, Path folder, boolean replace) {
        Worker worker = workers.poll();
        if (worker == null) {
            worker = new Worker(parts);
        }
        boolean whole = true;
        try (DicomFile file = worker.read(input)) {
            return worker.deidentify(file, folder, replace);
        } catch (DicomException e) {
            return new Outcome.Failed(e.getMessage());
        } catch (IOException e) {
            return new Outcome.Failed(Outcome.Failed.UNREADABLE + " " + e.getClass().getSimpleName());
        } catch (OutOfMemoryError | StackOverflowError e) {
            // what one file asks for must not end the run; what the worker held may be half made
            whole = false;
            return new Outcome.Failed(Outcome.Failed.UNREADABLE + " " + e.getClass().getSimpleName());
        } finally {
            if (whole) {
                workers.offer(worker);
            }
        }
    }

    /**
     * Where outputs are written before they are proven: a hidden folder beside the output folder, so that the output folder
     * never holds a part of a file. Each thread has a folder of its own in it. What lies there after a crash may be deleted.
     */
    public static Path partial(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return whole.resolveSibling("." + whole.getFileName() + ".partial");
    }

    /** Walks one file and tells of each element; writes nothing. */
    void explain(Path input, Rewriter.Trace trace) throws IOException {
        try (DicomFile file = DicomFile.read(input)) {
            new Worker(parts).explain(file, trace);
        }
    }
}
