package org.imaginghaven.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code haven key}: secrets of projects. */
@Command(name = "key", mixinStandardHelpOptions = true, subcommands = KeyCommand.New.class, description = "Makes the secret of a project.")
final class KeyCommand {

    /** {@code haven key new}. */
    @Command(name = "new", mixinStandardHelpOptions = true, description = {"Writes a new random project key.",
            "Whoever holds it can link pseudonyms to people; keep it apart from the outputs."})
    static final class New implements Callable<Integer> {

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to make, readable by you alone")
        private @Nullable Path out;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            try {
                ProjectKey.random().write(java.util.Objects.requireNonNull(out));
                return 0;
            } catch (FileAlreadyExistsException e) {
                java.util.Objects.requireNonNull(spec).commandLine().getErr()
                        .println("There is a file already, and a key is never overwritten: " + out);
                return 2;
            }
        }
    }
}
