package org.imaginghaven.dicom.deid;

import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.deid.Outcome.Quarantined;
import org.imaginghaven.dicom.deid.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/** Whether a file is an object that the engine can vouch for at all. */
final class Fitness {

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final String DIRECTORY = "1.2.840.10008.1.3.10";

    private Fitness() {
    }

    /** Why not; null when it is. */
    static @Nullable Quarantined check(DicomFile file) {
        Dataset header = file.dataset();
        String kind = header.string(Tag.SOP_CLASS_UID, file.meta().string(Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""));
        if (kind.equals(DIRECTORY) || header.has(0x00041220)) {
            return new Quarantined(Reason.NOT_AN_INSTANCE, "a DICOMDIR");
        }
        if (header.has(Tag.ENCAPSULATED_DOCUMENT) || kind.startsWith(STORAGE + "104.")) {
            return new Quarantined(Reason.ENCAPSULATED_DOCUMENT, "a document whose text nobody has read");
        }
        if (kind.startsWith(STORAGE + "9.4.")) {
            return new Quarantined(Reason.UNSUPPORTED_OBJECT, "a recording that may hold a voice");
        }
        if (kind.equals(STORAGE + "66")) {
            return new Quarantined(Reason.UNSUPPORTED_OBJECT, "raw data in a maker's own form");
        }
        if (kind.isEmpty() || instance(file).isEmpty()) {
            return new Quarantined(Reason.NO_INSTANCE, kind.isEmpty() ? "no SOP class UID" : "no SOP instance UID");
        }
        return null;
    }

    /** The instance's UID; that of the meta header where the data set names none (PS3.10 7.1: they are the same). */
    static String instance(DicomFile file) {
        return file.dataset().string(Tag.SOP_INSTANCE_UID,
                file.meta().string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, ""));
    }
}
