package org.imaginghaven.dicom.deid;

import java.nio.file.Path;
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

    public Deidentifier(Parts parts) {
        this.parts = parts;
    }

    /**
     * De-identifies one file into {@code folder/PSEUDONYM/STUDY/SERIES/INSTANCE.dcm}. Written beside its place, read again
     * and checked, then renamed; on any doubt nothing is left behind. Never throws for a bad file.
     */
    public Outcome deidentify(Path input, Path folder) {
        return new Outcome.Failed("NOT_READY " + parts.policy().name() + input.getNameCount() + folder.getNameCount());
    }
}
