package org.imaginghaven.demo.walk;

import static org.imaginghaven.demo.walk.Stage.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.imaginghaven.demo.archive.SyntheticArchive;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.jspecify.annotations.Nullable;

/** The walk of {@code haven demo}: an archive is made, and scripted people take it through all eight verbs. */
public final class Walk {

    private static final long FIRST_SEED = 20_261_121L;

    private Walk() {
    }

    /**
     * Walks on a stack that is up.
     *
     * @param patients how many people the archive is made of
     * @param reportFile where the report goes; null for {@code report.json} in the home folder
     * @return the report
     * @throws DemoFailure with a sentence when a step does not come to its end
     */
    public static DemoReport run(LocalStack stack, int patients, @Nullable Path reportFile, Consumer<String> out)
            throws IOException {
        Path folder = newRun(stack.archive());
        out.accept("Making an archive of " + patients + " patients in " + folder);
        new SyntheticArchive(patients, FIRST_SEED + runOf(folder)).write(folder.resolve("archive"),
                folder.resolve("truth.json"), done -> {
                });
        Stage stage = Stage.of(stack, folder, Truth.read(folder.resolve("truth.json")), out);
        out.accept("Walking through the eight verbs");
        walk(stage);
        urls(stage);
        write(stage.report(), reportFile == null ? stack.home().resolve("report.json") : reportFile);
        return stage.report();
    }

    private static void walk(Stage stage) {
        LeakStep leaks = new LeakStep(stage);
        IngestStep.run(stage);
        PromoteStep.run(stage);
        RequestStep.Agreed agreed = RequestStep.run(stage);
        String extraction = ExtractStep.run(stage, agreed);
        leaks.inRelease(extraction);
        RevokeStep.optOut(stage, extraction);
        RevokeStep.project(stage, agreed.projectKey());
        JsonNode chain = stage.app().get("auditor1", "/api/audit/verify");
        stage.report().put("audit",
                new DemoReport.Audit(number(chain, "entries"), chain.path("chainValid").asBoolean()));
        leaks.inEngineIndexAndLogs();
        leaks.report();
        LeftOpen.leave(stage);
    }

    private static Path newRun(Path archive) throws IOException {
        for (int run = 1;; run++) {
            Path folder = archive.resolve("run-" + run);
            if (!Files.exists(folder)) {
                return Files.createDirectories(folder);
            }
        }
    }

    private static int runOf(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring("run-".length()));
    }

    private static void urls(Stage stage) {
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("search", stage.stack().ports().address(Part.SEARCH));
        urls.put("audit", stage.stack().ports().address(Part.APP) + "/audit");
        urls.put("tasklist", stage.stack().ports().address(Part.WEBAPPS) + "/tasklist");
        urls.put("operate", stage.stack().ports().address(Part.WEBAPPS) + "/operate");
        stage.report().put("urls", urls);
    }

    private static void write(DemoReport report, Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path beside = Files.createTempFile(absolute.getParent(), ".report", ".json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), report.asMap());
        Files.move(beside, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
