package org.imaginghaven.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.LocalStack.Setup;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.Person;
import org.imaginghaven.local.PrintedProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the local stack up. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Starts the local stack: database, index, process engine, workers and pages.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--port-base", paramLabel = "N", description = "First of the ports (default: as last time, else 18000)")
    private @Nullable Integer portBase;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Setup setup = portBase == null ? home.setup() : home.setup().portBase(portBase);
        LocalStack stack = LocalStack.open(setup);
        out.println("Starting the stack in " + stack.home());
        stack.start(Part.all(), new PrintedProgress(out::println));
        out.println();
        describe(stack, out);
        return 0;
    }

    /** Where to go and as whom. */
    static void describe(LocalStack stack, PrintStream out) {
        out.println("Search           " + stack.ports().address(Part.SEARCH));
        out.println("Governance       " + stack.ports().address(Part.APP) + "/audit");
        out.println("Tasklist         " + stack.ports().address(Part.WEBAPPS) + "/tasklist");
        out.println("Operate          " + stack.ports().address(Part.WEBAPPS) + "/operate");
        out.println();
        out.println(String.format(Locale.ROOT, "%-14s %-14s %s", "user", "password", "groups"));
        for (Person person : stack.people().people()) {
            out.println(String.format(Locale.ROOT, "%-14s %-14s %s", person.username(), person.password(),
                    person.username().equals("admin") ? "all" : String.join(", ", person.groups())));
        }
        out.println();
        out.println(
                "People can be changed in " + stack.home().resolve("people.yaml") + ". Stop with: deploy/haven down");
    }
}
