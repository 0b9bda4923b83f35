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
        NO_PATIENT(
                "nobody can say whose file it is: write the PatientID into it, or name the id, or the study of a file without one, in the file for --mapping"),
        /** No SOP class or SOP instance UID. */
        NO_INSTANCE("it cannot be named or referred to: write the UID into the file"),
        /** A DICOMDIR or another file that is no instance. */
        NOT_AN_INSTANCE("it describes other files and is not needed: make a new one of the outputs"),
        /** No rule says that images of this class are clean or where to blank. */
        NO_PIXEL_RULE("look at such images and write a rule for --pixel-rules"),
        /** A pixel rule of the policy says to hold back. */
        PIXEL_RULE("a person must look at it"),
        /** Pixels must be changed and no decoder can read them. */
        NO_DECODER("write it uncompressed with another program and try again"),
        /** The description of the pixels does not fit their bytes. */
        PIXELS_UNSOUND("the file is damaged: get it again from its source"),
        /** The pixels could not be judged. */
        PIXELS_UNSURE("a person must look at it"),
        /** A PDF, CDA, STL or other document inside. */
        ENCAPSULATED_DOCUMENT("a person must read it"),
        /** An object the engine cannot vouch for: waveforms with audio, raw data, and so on. */
        UNSUPPORTED_OBJECT("a person must look at it"),
        /** Another file has the same SOP instance UID; the detail is the output it was written to. */
        DUPLICATE_INSTANCE("the input before it with this SOP instance UID became that output and differs: "
                + "keep the right one of the two, or give one a UID of its own"),
        /** The second read found what should not be there, or missed what should. */
        NOT_PROVEN("a person must look at it");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }

        /** What can be done about it. */
        public String advice() {
            return advice;
        }
    }
}
