package org.imaginghaven.demo.walk;

import static org.imaginghaven.demo.walk.Stage.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.imaginghaven.local.LocalStack;

/** One more project on a stack on which an archive was promoted, with a fault in the middle of its extraction. */
public final class DisturbedExtraction {

    private DisturbedExtraction() {
    }

    /**
     * Asks, approves, extracts and releases.
     *
     * @param fault happens once some files are done and some are not; is told the key of the extraction
     * @return what came of every file
     * @throws DemoFailure with a sentence when the extraction does not come to its end, or its numbers do not add up
     */
    public static DemoReport.Extraction run(LocalStack stack, Consumer<String> fault, Consumer<String> out)
            throws IOException {
        Path folder = stack.archive().resolve("run-1");
        Stage stage = Stage.of(stack, folder, Truth.read(folder.resolve("truth.json")), out);
        ExtractStep.Begun begun = ExtractStep.begin(stage, RequestStep.run(stage));
        Patience.await("some files to be done and some not", Stage.PATIENCE, () -> underWay(stage, begun));
        fault.accept(begun.key());
        return ExtractStep.finish(stage, begun);
    }

    private static Optional<JsonNode> underWay(Stage stage, ExtractStep.Begun begun) {
        JsonNode counts = ExtractStep.counts(stage, begun);
        long pending = number(counts, "pending");
        return pending > 0 && pending < number(counts, "requested") ? Optional.of(counts) : Optional.empty();
    }
}
