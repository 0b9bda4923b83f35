package org.imaginghaven.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Who the database and the index run as. Both refuse root: when root starts the stack, they run as the system's "nobody" user, from
 * folders that this user can reach.
 *
 * @param root whether the stack is started by root
 */
record Account(boolean root) {

    private static final String NOBODY = "65534";

    static Account current() {
        try {
            return new Account(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return new Account(System.getProperty("user.name").equals("root"));
        }
    }

    /** The command, preceded by what lowers its rights. */
    List<String> unprivileged(List<String> command) {
        if (!root) {
            return command;
        }
        if (!Files.isExecutable(Path.of("/usr/bin/setpriv")) && !Files.isExecutable(Path.of("/bin/setpriv"))) {
            throw new StackProblem(
                    "Elasticsearch and PostgreSQL do not run as root, and the program \"setpriv\" (package util-linux),"
                            + " which starts them as another user, is missing. Install it, or start the stack as a plain user.");
        }
        List<String> words = new ArrayList<>(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
        words.addAll(command);
        return words;
    }

    /** Hands a folder with everything in it to the account and closes it to others. */
    void own(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            if (root) {
                Processes.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
            }
        } catch (IOException failed) {
            throw new StackProblem("The folder " + folder + " cannot be handed to the user that the database runs as: "
                    + Sentences.reason(failed), failed);
        }
    }

    /** Says whether any user may go through every folder of the path. */
    static boolean openToAll(Path path) {
        try {
            for (Path folder = path.toAbsolutePath(); folder != null; folder = folder.getParent()) {
                if (Files.exists(folder)
                        && !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
