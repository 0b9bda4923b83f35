package org.imaginghaven.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the ends of the parts' logs. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the last lines of the log of one part, or of all.")
final class LogsCommand implements Callable<Integer> {

    /** Enough for the last lines of any log, however large it is. */
    private static final int TAIL_BYTES = 256 * 1024;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = {"-n",
            "--lines"}, paramLabel = "N", defaultValue = "40", description = "How many lines (default: 40)")
    private int lines;

    @Parameters(arity = "0..1", paramLabel = "PART", description = "postgres, elasticsearch, opensearch, broker, webapps, app or search")
    private @Nullable String part;

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(home.path().resolve("version"))) {
            System.out.println("There is no stack in " + home.path() + ".");
            return 1;
        }
        LocalStack stack = LocalStack.open(home.setup());
        for (Part one : part == null ? Arrays.asList(Part.values()) : List.of(Part.of(part))) {
            Path log = stack.log(one);
            System.out.println("== " + one.title() + ": " + log);
            if (Files.exists(log)) {
                tail(log).forEach(System.out::println);
            }
        }
        return 0;
    }

    private List<String> tail(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            byte[] end = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - Math.max(0, lines)), all.size());
        }
    }
}
