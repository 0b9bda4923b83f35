package org.imaginghaven.identifiable.ingest;

import java.util.List;
import java.util.Optional;
import org.imaginghaven.dicom.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * What ingest has to know of an instance to file it.
 *
 * @param imageType the class of image it belongs to; null for an object without pixels
 */
record InstanceFacts(String sopInstanceUid, String seriesUid, String studyUid, String sopClassUid,
        @Nullable String patientId, @Nullable String modality, @Nullable ImageType imageType) {

    /** A class of image: what made it and what kind it is; each part at most {@value #LONGEST} characters. */
    record ImageType(String modality, String manufacturer, String model, String software, String imageType)
            implements
                Comparable<ImageType> {

        static final int LONGEST = 200;

        @Override
        public int compareTo(ImageType other) {
            return key().compareTo(other.key());
        }

        private String key() {
            return String.join("\u0000", modality, manufacturer, model, software, imageType);
        }
    }

    private static final int SOP_CLASS = 0x00080016;
    private static final int SOP_INSTANCE = 0x00080018;
    private static final int MODALITY = 0x00080060;
    private static final int MANUFACTURER = 0x00080070;
    private static final int MODEL = 0x00081090;
    private static final int SOFTWARE = 0x00181020;
    private static final int IMAGE_TYPE = 0x00080008;
    private static final int PATIENT_ID = 0x00100020;
    private static final int STUDY = 0x0020000D;
    private static final int SERIES = 0x0020000E;
    private static final int ROWS = 0x00280010;

    /** Empty when the object lacks one of the UIDs that make it an instance. */
    static Optional<InstanceFacts> of(Dataset tags) {
        String sopClass = first(tags, SOP_CLASS);
        String instance = first(tags, SOP_INSTANCE);
        String study = first(tags, STUDY);
        String series = first(tags, SERIES);
        if (sopClass == null || instance == null || study == null || series == null) {
            return Optional.empty();
        }
        String modality = first(tags, MODALITY);
        ImageType type = tags.has(ROWS)
                ? new ImageType(part(tags, MODALITY), part(tags, MANUFACTURER), part(tags, MODEL),
                        part(tags, SOFTWARE), part(tags, IMAGE_TYPE))
                : null;
        return Optional
                .of(new InstanceFacts(instance, series, study, sopClass, first(tags, PATIENT_ID), modality, type));
    }

    /** UIDs end as keys of indices and in paths: bounded, printable. */
    boolean uidsAreUsable() {
        return List.of(sopInstanceUid, seriesUid, studyUid, sopClassUid).stream()
                .allMatch(uid -> uid.length() <= 64 && uid.chars().allMatch(c -> c > ' ' && c < 127));
    }

    private static @Nullable String first(Dataset tags, int tag) {
        String text = tags.string(tag, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static String part(Dataset tags, int tag) {
        String joined = String.join("\\", tags.strings(tag).stream().map(String::strip).toList()).replace("\0", "");
        return joined.length() > ImageType.LONGEST ? joined.substring(0, ImageType.LONGEST) : joined;
    }
}
