package org.imaginghaven.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code haven bench}: measurements. */
@Command(name = "bench", mixinStandardHelpOptions = true, subcommands = {BenchCommand.Deid.class,
        ScanBenchCommand.class}, description = "Measures the engine beside other programs.")
public final class BenchCommand {

    /** {@code haven bench deid}. */
    @Command(name = "deid", mixinStandardHelpOptions = true, description = {
            "Makes CT slices of 0.5 MB and de-identifies them with the engine and, if installed, gdcmanon, dcmodify and cp,",
            "interleaved round by round; prints medians of CPU ms a file, files/s and peak memory, and ratios to cp and gdcmanon."})
    static final class Deid implements Callable<Integer> {

        @Option(names = "--files", defaultValue = "2000", paramLabel = "N", description = "slices (default 2000)")
        private int files;

        @Option(names = "--rounds", defaultValue = "3", paramLabel = "N", description = "rounds (default 3)")
        private int rounds;

        @Option(names = "--work", paramLabel = "DIR", description = "where to work (default: a temporary folder, removed)")
        private @Nullable Path work;

        @Option(names = "--policy", defaultValue = "basic", paramLabel = "NAME", description = "policy (default basic)")
        private String policy = "basic";

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException, InterruptedException {
            var line = java.util.Objects.requireNonNull(spec).commandLine();
            PrintWriter out = line.getOut();
            if (!Files.isExecutable(Path.of("/usr/bin/time"))) {
                line.getErr().println("GNU time is needed to measure (Debian: apt-get install time)");
                return 2;
            }
            Path folder = work != null ? Files.createDirectories(work) : Files.createTempDirectory("haven-bench");
            try {
                out.printf("making %d slices ...%n", files);
                out.flush();
                Corpus.make(folder.resolve("in"), files, 512);
                DeidBench bench = new DeidBench(folder, files, policy);
                for (int round = 1; round <= rounds; round++) {
                    bench.round();
                    out.printf("round %d of %d done%n", round, rounds);
                    out.flush();
                }
                bench.table().forEach(out::println);
                out.flush();
                return 0;
            } finally {
                if (work == null) {
                    remove(folder);
                }
            }
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(path);
                }
            }
        }
    }
}
