package org.imaginghaven.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.imaginghaven.demo.archive.SyntheticArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a synthetic archive. */
@Command(name = "generate", mixinStandardHelpOptions = true, description = {
        "Makes an archive of made-up patients, as messy as a real one.",
        "DIR/archive holds the files and linked tables, DIR/truth.json every identifier that was planted and where.",
        "The same seed gives the same bytes."})
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make archive and truth.json in.")
    private Path out;

    @Option(names = "--patients", defaultValue = "24", paramLabel = "N", description = "How many patients (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        SyntheticArchive archive;
        try {
            archive = new SyntheticArchive(patients, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        SyntheticArchive.Summary made = make(archive);
        System.out.printf("%,d patients, %,d files, %,d MB in %s; %,d planted identifiers told in %s%n",
                made.patients(),
                made.files(), made.bytes() / 1_000_000, out.resolve("archive"), made.identifiers(),
                out.resolve("truth.json"));
        return 0;
    }

    private SyntheticArchive.Summary make(SyntheticArchive archive) throws IOException {
        try (Progress bar = Progress.of("patients", patients)) {
            return archive.write(out.resolve("archive"), out.resolve("truth.json"), bar::stepTo);
        }
    }
}
