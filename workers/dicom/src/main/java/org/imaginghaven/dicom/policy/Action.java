package org.imaginghaven.dicom.policy;

import java.util.Map;

/** What a rule does to an element. Sequences that are kept are entered, and their elements go by rules of their own. */
public sealed interface Action {

    /** Keeps the value, but for the file's own identifiers in text. */
    record Keep() implements Action {
    }

    /** Keeps a value that conforms to a VR without free text; one that does not is emptied. */
    record KeepCode() implements Action {
    }

    /** Removes the element. */
    record Remove() implements Action {
    }

    /** Leaves the element without a value. */
    record Empty() implements Action {
    }

    /** A value that means nothing but is valid for the VR. */
    record Dummy() implements Action {
    }

    /** The UID that stands for it in the project; well-known UIDs of the standard stay. */
    record NewUid() implements Action {
    }

    /** Moves dates by the patient's days; times of day stay. */
    record ShiftDate() implements Action {
    }

    /**
     * Leaves of a text what the cleaner lets pass.
     *
     * @param needsValue whether the element must have a value: then REMOVED stands for a text of which nothing is left
     */
    record CleanText(boolean needsValue) implements Action {
    }

    /** The patient's pseudonym. */
    record Pseudonym() implements Action {
    }

    /** A fixed text. */
    record Replace(String text) implements Action {
    }

    /** Lower end of a band of some years; 90 and above is 90. */
    record AgeBand(int years) implements Action {
    }

    /** Numbers rounded to a multiple of the step. */
    record Round(double step) implements Action {
    }

    /** One text for another; a text that is not named becomes empty. */
    record MapTo(Map<String, String> texts) implements Action {
        public MapTo {
            texts = Map.copyOf(texts);
        }
    }

    /** A keyed hash, the same for the same value in the project. */
    record Hash() implements Action {
    }

    /** How explanations and policies name it. */
    default String word() {
        return switch (this) {
            case Keep k -> "keep";
            case KeepCode k -> "keep-code";
            case Remove r -> "remove";
            case Empty e -> "empty";
            case Dummy d -> "dummy";
            case NewUid u -> "uid";
            case ShiftDate s -> "shift";
            case CleanText c -> "clean";
            case Pseudonym p -> "pseudonym";
            case Replace r -> "replace";
            case AgeBand a -> "age-band";
            case Round r -> "round";
            case MapTo m -> "map";
            case Hash h -> "hash";
        };
    }
}
