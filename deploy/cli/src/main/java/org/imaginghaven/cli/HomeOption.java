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
        return home != null ? home : Path.of(System.getProperty("user.home"), ".haven");
    }

    Setup setup() {
        return Setup.of(path());
    }
}
