package org.imaginghaven.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.imaginghaven.nlp.lines.LineStream;
import org.imaginghaven.nlp.lines.LineTask;

import picocli.CommandLine.Option;

/** What the commands over JSON lines share: threads, a progress bar on a terminal, exit 1 when a line could not be used. */
final class TextLines {

    @Option(names = "--threads", paramLabel = "N", description = "at most the processors there are, which is also the default")
    private int threads = Runtime.getRuntime().availableProcessors();

    int run(LineTask task) throws IOException {
        int used = Math.clamp(threads, 1, Runtime.getRuntime().availableProcessors());
        try (InputStream in = new FileInputStream(FileDescriptor.in);
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            LineStream stream = new LineStream(task, used, System.err);
            LineStream.Outcome outcome;
            if (System.console() != null && System.console().isTerminal()) {
                try (Progress bar = Progress.of("texts", -1)) {
                    outcome = stream.run(in, out, bar::stepTo);
                }
            } else {
                outcome = stream.run(in, out, done -> {
                });
            }
            if (outcome.refused() > 0) {
                System.err.println(outcome.refused() + " of " + (outcome.answered() + outcome.refused())
                        + " lines could not be used; each is named above");
                return 1;
            }
            return 0;
        }
    }
}
