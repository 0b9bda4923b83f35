package org.imaginghaven.cli;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.PartStatus;
import org.imaginghaven.local.PartStatus.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how each part is. */
@Command(name = "status", mixinStandardHelpOptions = true, description = {
        "Says which parts of the local stack run and do their work.",
        "Exit code 0 when all do, 3 otherwise."})
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ALL_UP = 3;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        if (!Files.exists(home.path().resolve("version"))) {
            System.out.println("There is no stack in " + home.path() + ".");
            return NOT_ALL_UP;
        }
        LocalStack stack = LocalStack.open(home.setup());
        Map<Part, PartStatus> parts = stack.status();
        parts.forEach((part, status) -> System.out.println(line(part, status, stack)));
        System.out.println(String.format(Locale.ROOT, "%-16s %-10s %8s %6d MB", "together", "", "",
                parts.values().stream().mapToLong(PartStatus::memoryMb).filter(memory -> memory > 0).sum()));
        return parts.values().stream().allMatch(status -> status.state() == State.HEALTHY) ? 0 : NOT_ALL_UP;
    }

    private static String line(Part part, PartStatus status, LocalStack stack) {
        String state = status.state().name().toLowerCase(Locale.ROOT);
        return status.state() == State.DOWN
                ? String.format(Locale.ROOT, "%-16s %s", part.title(), state)
                : String.format(Locale.ROOT, "%-16s %-10s %8d %6d MB   %s", part.title(), state, status.pid(),
                        status.memoryMb(),
                        stack.ports().address(part));
    }
}
