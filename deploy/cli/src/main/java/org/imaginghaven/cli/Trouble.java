package org.imaginghaven.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.imaginghaven.dicom.deid.UnwritableOutputException;
import org.imaginghaven.dicom.policy.PolicyException;
import org.imaginghaven.local.StackProblem;

/** What a person is told when a command cannot go on: a sentence, and never a line of a file. */
final class Trouble {

    private Trouble() {
    }

    /** Empty for faults of the program itself. */
    static Optional<String> sentence(Throwable fault) {
        return switch (fault) {
            case StackProblem problem -> Optional.of(problem.getMessage());
            case PolicyException wrong -> Optional.of(wrong.getMessage());
            case UnwritableOutputException place -> Optional.of(place.getMessage());
            case UncheckedIOException wrapped when wrapped.getCause() != null -> sentence(wrapped.getCause());
            case IOException io -> Optional.of(ofFile(io));
            default -> Optional.empty();
        };
    }

    private static String ofFile(IOException fault) {
        return switch (fault) {
            case IOException full when UnwritableOutputException.saysFull(full) ->
                "The disk is full. Free some space and try again.";
            case NoSuchFileException missing -> "There is no " + missing.getFile() + ".";
            case AccessDeniedException denied -> "This user may not read or write " + denied.getFile() + ".";
            case NotDirectoryException file -> file.getFile() + " is no folder.";
            case CharacterCodingException coding ->
                "A text file given to the command is not UTF-8. Convert it and try again.";
            case FileSystemException system when system.getReason() != null ->
                system.getFile() + ": " + system.getReason() + ".";
            default -> "Reading or writing failed (" + fault.getClass().getSimpleName() + ").";
        };
    }
}
