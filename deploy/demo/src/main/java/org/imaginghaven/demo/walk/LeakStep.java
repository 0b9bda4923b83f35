package org.imaginghaven.demo.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imaginghaven.demo.walk.LeakSearch.Finding;
import org.imaginghaven.local.Part;

/**
 * Looks for every planted identifier in every released byte, everything the engine keeps, the index, the project zone and
 * all logs. Runs while the release is there, and once more over engine, index and logs at the end.
 */
final class LeakStep {

    private final Stage stage;
    private final LeakSearch search;
    private final List<Finding> found = new ArrayList<>();
    private int searched;

    LeakStep(Stage stage) {
        this.stage = stage;
        Set<String> wanted = stage.truth().wanted();
        this.searched = wanted.size();
        this.search = new LeakSearch(wanted);
    }

    /** Released files, their manifest and metadata table; a patient's own dates in that patient's files. */
    void inRelease(String extractionKey) {
        try {
            Path projects = stage.stack().home().resolve("zones/projects");
            found.addAll(search.inFolder("release", projects));
            Map<String, List<String>> files = new Released(stage.stack()).filesByChi(extractionKey);
            for (Truth.PlantedPatient patient : stage.truth().plantedPatients()) {
                Set<String> dates = stage.truth().datesOf(patient.label());
                searched += dates.size();
                LeakSearch own = new LeakSearch(dates);
                for (String chi : patient.chi()) {
                    for (String file : files.getOrDefault(chi, List.of())) {
                        found.addAll(own.inFile("release, own dates", located(projects, file)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the release could not be searched", e);
        }
    }

    private static Path located(Path projects, String file) throws IOException {
        try (Stream<Path> all = Files.walk(projects)) {
            return all.filter(path -> path.endsWith(file)).findFirst()
                    .orElseThrow(() -> new DemoFailure("a released file is not where the ledger says", null));
        }
    }

    void inEngineIndexAndLogs() {
        in("engine", Part.OPENSEARCH);
        in("index", Part.ELASTICSEARCH);
        try {
            found.addAll(search.inFolder("logs", stage.stack().home().resolve("logs")));
            found.addAll(search.inFolder("quarantine", stage.stack().home().resolve("zones/quarantine")));
        } catch (IOException e) {
            throw new UncheckedIOException("the logs could not be searched", e);
        }
    }

    private void in(String place, Part part) {
        new Indices(URI.create(stage.stack().ports().address(part)))
                .forEachDocument((index, document) -> found.addAll(search.inText(place + ", " + index, document)));
    }

    /** Writes the figures into the report; says where something was found, never what. */
    void report() {
        Map<String, Long> places = new TreeMap<>(
                found.stream().collect(Collectors.groupingBy(Finding::place, Collectors.counting())));
        stage.report().put("identifiersSearched", searched);
        stage.report().put("identifiersFound", found.size());
        stage.report().put("identifiersFoundIn", places);
        stage.out().accept("  searched for %d identifiers in the release, the engine, the index and all logs: %d found"
                .formatted(searched, found.size()));
        new LinkedHashSet<>(found).forEach(finding -> stage.out().accept("    in %s, identifier number %d, at byte %d"
                .formatted(finding.place(), finding.identifier(), finding.position())));
    }
}
