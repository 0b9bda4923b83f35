package org.imaginghaven.cli;

import java.nio.file.Path;
import org.imaginghaven.local.LocalStack.Setup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The home folder, an option of every command about the local stack. */
final class HomeOption {

    @Option(names = "--home", paramLabel = "DIR", description = "Home folder of the stack (default: ~/.haven)")
    private @Nullable Path home;

    Path path() {
        return home != null ? home : standard(System.getenv("HOME"));
    }

    /** What the shell calls ~: Java asks the system's list of users, and so misses a HOME that was set to another folder. */
    static Path standard(@Nullable String shellHome) {
        return Path.of(shellHome == null || shellHome.isBlank() ? System.getProperty("user.home") : shellHome,
                ".haven");
    }

    Setup setup() {
        return Setup.of(path());
    }
}
