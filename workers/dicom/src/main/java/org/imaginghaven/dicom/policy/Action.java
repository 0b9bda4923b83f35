package org.imaginghaven.dicom.policy;

import java.util.Map;

/** What a rule does to an element. Sequences that are kept are entered, and their elements go by rules of their own. */
public sealed interface Action {

    /** Keeps the value, but for the file's own identifiers in text. */
    record Keep() implements Action {
        @Override
        public Kind kind() {
            return Kind.KEEP;
        }
    }

    /** Keeps a value that conforms to a VR without free text; one that does not is emptied. */
    record KeepCode() implements Action {
        @Override
        public Kind kind() {
            return Kind.KEEP_CODE;
        }
    }

    /** Removes the element. */
    record Remove() implements Action {
        @Override
        public Kind kind() {
            return Kind.REMOVE;
        }
    }

    /** Leaves the element without a value. */
    record Empty() implements Action {
        @Override
        public Kind kind() {
            return Kind.EMPTY;
        }
    }

    /** A value that means nothing but is valid for the VR. */
    record Dummy() implements Action {
        @Override
        public Kind kind() {
            return Kind.DUMMY;
        }
    }

    /** The UID that stands for it in the project; well-known UIDs of the standard stay. */
    record NewUid() implements Action {
        @Override
        public Kind kind() {
            return Kind.NEW_UID;
        }
    }

    /** Moves dates by the patient's days; times of day stay. */
    record ShiftDate() implements Action {
        @Override
        public Kind kind() {
            return Kind.SHIFT_DATE;
        }
    }

    /**
     * Leaves of a text what the cleaner lets pass.
     *
     * @param needsValue whether the element must have a value: then REMOVED stands for a text of which nothing is left
     */
    record CleanText(boolean needsValue) implements Action {
        @Override
        public Kind kind() {
            return Kind.CLEAN_TEXT;
        }
    }

    /** The patient's pseudonym. */
    record Pseudonym() implements Action {
        @Override
        public Kind kind() {
            return Kind.PSEUDONYM;
        }
    }

    /** A fixed text. */
    record Replace(String text) implements Action {
        @Override
        public Kind kind() {
            return Kind.REPLACE;
        }
    }

    /** Lower end of a band of some years; 90 and above is 90. */
    record AgeBand(int years) implements Action {
        @Override
        public Kind kind() {
            return Kind.AGE_BAND;
        }
    }

    /** Numbers rounded to a multiple of the step. */
    record Round(double step) implements Action {
        @Override
        public Kind kind() {
            return Kind.ROUND;
        }
    }

    /** One text for another; a text that is not named becomes empty. */
    record MapTo(Map<String, String> texts) implements Action {
        public MapTo {
            texts = Map.copyOf(texts);
        }

        @Override
        public Kind kind() {
            return Kind.MAP_TO;
        }
    }

    /** A keyed hash, the same for the same value in the project. */
    record Hash() implements Action {
        @Override
        public Kind kind() {
            return Kind.HASH;
        }
    }

    /** Which of the records it is: a switch over these starts faster than one over types, and every file goes through it. */
    enum Kind {
        KEEP("keep"), KEEP_CODE("keep-code"), REMOVE("remove"), EMPTY("empty"), DUMMY("dummy"), NEW_UID(
                "uid"), SHIFT_DATE("shift"), CLEAN_TEXT("clean"), PSEUDONYM("pseudonym"), REPLACE(
                        "replace"), AGE_BAND("age-band"), ROUND("round"), MAP_TO("map"), HASH("hash");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    Kind kind();

    /** How explanations and policies name it. */
    default String word() {
        return kind().word;
    }
}
