package org.imaginghaven.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.imaginghaven.dicom.deid.Explanation;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.dicom.policy.PolicyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code haven policy}: what a policy does. */
@Command(name = "policy", mixinStandardHelpOptions = true, subcommands = PolicyCommand.Explain.class, description = "Says what a policy does.")
final class PolicyCommand {

    /** {@code haven policy explain}. */
    @Command(name = "explain", mixinStandardHelpOptions = true, description = {
            "Shows for one DICOM file what happens to each element and which rule did it.",
            "Values are masked: only their kind and length are shown."})
    static final class Explain implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "NAME|FILE", description = "basic, research or a policy file")
        private String policy = "";

        @Parameters(index = "1", paramLabel = "DICOM", description = "a DICOM file")
        private @Nullable Path file;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            var line = java.util.Objects.requireNonNull(spec).commandLine();
            PrintWriter out = line.getOut();
            try {
                boolean named = policy.matches("[a-z][a-z0-9-]*") && !Files.isRegularFile(Path.of(policy));
                Policy loaded = named ? Policy.bundled(policy) : Policy.read(Path.of(policy));
                Explanation.of(loaded, java.util.Objects.requireNonNull(file)).forEach(out::println);
                out.flush();
                return 0;
            } catch (PolicyException | IOException e) {
                line.getErr().println(e.getMessage());
                return 2;
            }
        }
    }
}
