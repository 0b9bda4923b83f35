package org.imaginghaven.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.imaginghaven.demo.walk.DemoFailure;
import org.imaginghaven.demo.walk.DemoReport;
import org.imaginghaven.demo.walk.Walk;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.LocalStack.Setup;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.PrintedProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows everything once, on made-up patients. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Starts the stack, makes an archive of made-up patients and walks it through all eight verbs.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--port-base", paramLabel = "N", description = "First of the ports (default: as last time, else 18000)")
    private @Nullable Integer portBase;

    @Option(names = "--patients", paramLabel = "N", defaultValue = "24", description = "How many patients to make up (default: ${DEFAULT-VALUE})")
    private int patients;

    @Option(names = "--report", paramLabel = "FILE", description = "Where the report goes (default: report.json in the home folder)")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        if (patients < 6 || patients > 10_000) {
            System.err.println(
                    "--patients takes a number from 6 to 10000; the walk needs somebody at each data controller.");
            return 2;
        }
        Setup setup = portBase == null ? home.setup() : home.setup().portBase(portBase);
        LocalStack stack = LocalStack.open(setup);
        out.println("Starting the stack in " + stack.home());
        stack.start(Part.all(), new PrintedProgress(out::println));
        try {
            DemoReport done = Walk.run(stack, patients, report, out::println);
            out.println();
            UpCommand.describe(stack, out);
            return done.isGood() ? 0 : 1;
        } catch (DemoFailure failure) {
            System.err.println("The demo stopped: " + failure.getMessage());
            return 1;
        }
    }
}
