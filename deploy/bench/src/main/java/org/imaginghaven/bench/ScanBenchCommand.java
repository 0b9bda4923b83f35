package org.imaginghaven.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code haven bench scan}. */
@Command(name = "scan", mixinStandardHelpOptions = true, description = {
        "Scans frames with and without looking at their pixels, and reads the same frames with the plain tesseract program,",
        "interleaved round by round, one thread each, start-up included; prints medians of CPU and wall ms a frame and peak",
        "memory, and the ratio of CPU to tesseract."})
final class ScanBenchCommand implements Callable<Integer> {

    @Option(names = "--in", paramLabel = "DIR", description = "DICOM files of one frame to use (default: made)")
    private @Nullable Path in;

    @Option(names = "--frames", defaultValue = "60", paramLabel = "N", description = "frames at most (default 60)")
    private int frames;

    @Option(names = "--rounds", defaultValue = "3", paramLabel = "N", description = "rounds (default 3)")
    private int rounds;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        if (!Files.isExecutable(Path.of("/usr/bin/time")) || !hasTesseract()) {
            line.getErr().println("GNU time and tesseract are needed (Debian: apt-get install time tesseract-ocr)");
            return 2;
        }
        Path folder = Files.createTempDirectory("haven-bench");
        try {
            Path from = in != null ? in : folder.resolve("made");
            if (in == null) {
                ScanFrames.make(from, frames);
            }
            List<Path> pictures = ScanFrames.pictures(from, folder.resolve("in"), folder.resolve("pictures"), frames);
            if (pictures.isEmpty()) {
                line.getErr().println("--in " + from + " holds no file of one frame that can be shown");
                return 2;
            }
            ScanBench bench = new ScanBench(folder, pictures);
            for (int round = 1; round <= rounds; round++) {
                bench.round();
                out.printf("round %d of %d done, %d frames%n", round, rounds, pictures.size());
                out.flush();
            }
            bench.table().forEach(out::println);
            out.flush();
            return 0;
        } finally {
            BenchCommand.remove(folder);
        }
    }

    private static boolean hasTesseract() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "tesseract")));
    }
}
