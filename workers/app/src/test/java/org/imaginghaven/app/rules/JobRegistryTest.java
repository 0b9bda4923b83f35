package org.imaginghaven.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.imaginghaven.gate.GateParts;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.gate.GateZone;
import org.imaginghaven.gate.promote.ElasticInventoryIndex;
import org.imaginghaven.governance.GovernanceZone;
import org.imaginghaven.identifiable.IdentifiableSettings;
import org.imaginghaven.identifiable.IdentifiableZone;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.project.ProjectSettings;
import org.imaginghaven.project.ProjectZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the models ask for is what the zones offer: every type of job once, with the variables it reads and gives. */
class JobRegistryTest {

    /** Where a model uses a type of job: the names it hands in and takes out. */
    private record Use(String where, String type, Set<String> inputs, Set<String> outputs) {
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyJobInAModelIsDoneByExactlyOneWorker() throws Exception {
        List<String> offered = jobs().stream().map(Job::type).toList();

        assertThat(offered).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(offered)).isEqualTo(new TreeSet<>(uses().stream().map(Use::type).toList()));
    }

    @Test
    void aModelHandsInWhatTheWorkerReads() throws Exception {
        Map<String, Job<?, ?>> byType = byType();
        List<String> missing = new ArrayList<>();
        for (Use use : uses()) {
            Stream.of(byType.get(use.type()).input().getRecordComponents()).map(c -> c.getName())
                    .filter(name -> !use.inputs().contains(name))
                    .forEach(name -> missing.add(use.where() + " does not hand in " + name));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void aModelTakesOutOnlyWhatTheWorkerGives() throws Exception {
        Map<String, Job<?, ?>> byType = byType();
        List<String> unknown = new ArrayList<>();
        for (Use use : uses()) {
            Class<?> output = JobContractTest.records(byType.get(use.type()).getClass()).toList().getLast();
            Set<String> given = new HashSet<>(
                    Stream.of(output.getRecordComponents()).map(c -> c.getName()).toList());
            use.outputs().stream().filter(name -> !given.contains(name))
                    .forEach(name -> unknown.add(use.where() + " takes out " + name));
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void typesAreNamedByZoneVerbNounAndVersion() throws Exception {
        assertThat(jobs()).allSatisfy(job -> {
            String zone = job.getClass().getPackageName().split("\\.")[2];
            assertThat(job.type()).matches(zone + ":[a-z]+(-[a-z]+)+:[0-9]+");
        });
    }

    private Map<String, Job<?, ?>> byType() throws IOException {
        Map<String, Job<?, ?>> byType = new HashMap<>();
        jobs().forEach(job -> byType.put(job.type(), job));
        return byType;
    }

    /** The zones as the program puts them together; none of them connects to anything before its first job. */
    private List<Job<?, ?>> jobs() throws IOException {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        List<Job<?, ?>> jobs = new ArrayList<>();
        jobs.addAll(new IdentifiableZone(nowhere, IdentifiableSettings.of(List.of(folder))).jobs());
        jobs.addAll(new GateZone(nowhere, GateSettings.of(folder), GateParts.ofEngine(),
                new ElasticInventoryIndex(URI.create("http://127.0.0.1:1")), (_, _, _, _) -> {
                }).jobs());
        jobs.addAll(new GovernanceZone(nowhere, (_, _) -> Optional.empty(), _ -> true, (_, _, _, _) -> {
        }, Clock.systemUTC()).jobs());
        jobs.addAll(new ProjectZone(nowhere, new ProjectSettings(folder, folder, folder), Clock.systemUTC()).jobs());
        return jobs;
    }

    private static List<Use> uses() throws Exception {
        List<Use> uses = new ArrayList<>();
        for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
            try (InputStream content = model.getInputStream()) {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                NodeList definitions = factory.newDocumentBuilder().parse(content).getElementsByTagNameNS("*",
                        "taskDefinition");
                for (int i = 0; i < definitions.getLength(); i++) {
                    uses.add(use(model.getFilename() + "", (Element) definitions.item(i)));
                }
            }
        }
        return uses;
    }

    private static Use use(String model, Element definition) {
        Element task = (Element) definition.getParentNode().getParentNode();
        Set<String> outputs = names(task, "output", "source");
        // "=null" and the like only reset something
        outputs.removeIf(source -> !source.matches("=[a-zA-Z]+") || source.equals("=null"));
        return new Use(model + "#" + task.getAttribute("id"), definition.getAttribute("type"),
                names(task, "input", "target"), new HashSet<>(outputs.stream().map(s -> s.substring(1)).toList()));
    }

    private static Set<String> names(Element task, String mapping, String attribute) {
        Set<String> names = new HashSet<>();
        NodeList mappings = task.getElementsByTagNameNS("*", mapping);
        for (int i = 0; i < mappings.getLength(); i++) {
            names.add(((Element) mappings.item(i)).getAttribute(attribute));
        }
        return names;
    }
}
