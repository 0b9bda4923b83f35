package org.imaginghaven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Turns what the system reports into words for a person. */
final class Sentences {

    private Sentences() {
    }

    /** The reason of a failed file operation, ending with a full stop. */
    static String reason(Throwable failure) {
        Throwable cause = failure instanceof UncheckedIOException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        String message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case IOException full when message.contains("No space left") || message.contains("Disk quota") ->
                "the disk is full. Free some space, or choose another disk with --home.";
            case AccessDeniedException denied -> "there is no permission for " + denied.getFile() + ".";
            case NoSuchFileException missing -> missing.getFile() + " is missing.";
            default -> message + ".";
        };
    }
}
