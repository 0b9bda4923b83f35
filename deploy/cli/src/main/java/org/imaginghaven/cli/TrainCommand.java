package org.imaginghaven.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.imaginghaven.bench.Corpus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs once after a build, while the virtual machine writes down what it loads, links and compiles: the next runs start with
 * it. Does a little of what is run over many files.
 */
@Command(name = "train", hidden = true, description = "Used by deploy/haven to make its start-up cache.")
final class TrainCommand implements Callable<Integer> {

    private static final int FILES = 300;
    private static final int SIDE = 160;

    @Option(names = "--work", required = true, paramLabel = "DIR", description = "an empty folder; its owner removes it")
    private @Nullable Path work;

    @Option(names = "--prepare", description = "only makes what the run itself then reads, so that it learns nothing else")
    private boolean prepare;

    @Override
    public Integer call() throws IOException {
        Path folder = java.util.Objects.requireNonNull(work);
        Path in = folder.resolve("in");
        Path key = folder.resolve("key");
        if (prepare) {
            Corpus.make(in, FILES, SIDE);
            return run("key", "new", "--out", key.toString());
        }
        int failed = run("deid", "--in", in.toString(), "--out", folder.resolve("out").toString(), "--policy", "basic",
                "--assume-clean-pixels", "--project-key", key.toString());
        return failed + run("dicom", "json", in.toString());
    }

    private static int run(String... arguments) {
        return Haven.line(arguments[0]).execute(arguments);
    }
}
