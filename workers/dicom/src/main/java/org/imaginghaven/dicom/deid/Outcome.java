package org.imaginghaven.dicom.deid;

import java.nio.file.Path;

/** What became of one file. Every file has exactly one. */
public sealed interface Outcome {

    /**
     * Written, verified and in its place.
     *
     * @param output path below the output folder, made of pseudonyms and new UIDs
     * @param pseudonym the patient's in this project
     * @param bytes size of the output
     */
    record Deidentified(Path output, String pseudonym, long bytes) implements Outcome {
    }

    /** Read, but not vouched for; nothing was written. Detail names tags and rules, never values. */
    record Quarantined(Reason reason, String detail) implements Outcome {
    }

    /** Could not be read; nothing was written. */
    record Failed(String reason) implements Outcome {

        /** How the reason begins when the system would not give the bytes: another try may succeed. */
        static final String UNREADABLE = "IO";
    }

    /** Why a file was held back. */
    enum Reason {
        /** No PatientID, or none that the mapping knows. */
        NO_PATIENT,
        /** No SOP class or SOP instance UID. */
        NO_INSTANCE,
        /** A DICOMDIR or another file that is no instance. */
        NOT_AN_INSTANCE,
        /** No rule says that images of this class are clean or where to blank. */
        NO_PIXEL_RULE,
        /** A pixel rule of the policy says to hold back. */
        PIXEL_RULE,
        /** Pixels must be changed and no decoder can read them. */
        NO_DECODER,
        /** The description of the pixels does not fit their bytes. */
        PIXELS_UNSOUND,
        /** The pixels could not be judged. */
        PIXELS_UNSURE,
        /** A PDF, CDA, STL or other document inside. */
        ENCAPSULATED_DOCUMENT,
        /** An object the engine cannot vouch for: waveforms with audio, raw data, and so on. */
        UNSUPPORTED_OBJECT,
        /** Another file has the same SOP instance UID; the detail is the output it was written to. */
        DUPLICATE_INSTANCE,
        /** The second read found what should not be there, or missed what should. */
        NOT_PROVEN
    }
}
