package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Nothing can be written to where the output belongs: the disk is full, or the folder cannot be used. No input is to blame,
 * so none is reported as failed; what was not done yet is done by a later run.
 */
public final class UnwritableOutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int PROBE = 1 << 16;

    private UnwritableOutputException(boolean full, Path folder, IOException cause) {
        super((full
                ? "The disk of " + folder + " is full. Free some space"
                : folder + " cannot be written. Make it a folder that this user may write to")
                + " and run again: what is finished is kept.", cause);
    }

    /**
     * Finds out whether a file did not come to be because of the place it was written to.
     *
     * @return the same cause, when the input may be to blame
     */
    static IOException unlessOf(IOException cause, Path folder) {
        IOException refused = saysFull(cause) ? cause : probe(folder);
        if (refused == null) {
            return cause;
        }
        throw new UnwritableOutputException(saysFull(refused), folder, refused);
    }

    /** Says whether an operation failed because the disk, or what this user may keep on it, is full. */
    public static boolean saysFull(IOException fault) {
        String message = String.valueOf(fault.getMessage());
        return message.contains("No space left") || message.contains("Disk quota");
    }

    private static @Nullable IOException probe(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", "");
            try {
                Files.write(probe, new byte[PROBE]);
            } finally {
                Files.deleteIfExists(probe);
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
