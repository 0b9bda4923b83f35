package org.imaginghaven.app.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may know what. A zone knows itself and what every zone shares; only the gate sees two sides, through data. */
class ZoneIsolationTest {

    private static final String ROOT = "org.imaginghaven.";

    /** The package below the root, and what it may use besides itself. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(Map.entry("kernel", Set.of()),
            Map.entry("dicom", Set.of()), Map.entry("nlp", Set.of("dicom")),
            Map.entry("pixels", Set.of("dicom", "nlp")),
            Map.entry("schema", Set.of("kernel")),
            Map.entry("identifiable", Set.of("kernel", "schema", "dicom", "nlp")),
            Map.entry("gate", Set.of("kernel", "schema", "dicom", "nlp", "pixels", "search")),
            Map.entry("governance", Set.of("kernel", "schema")), Map.entry("project", Set.of("kernel", "schema")),
            Map.entry("search", Set.of("kernel", "schema")), Map.entry("app", Set.of("kernel", "schema", "dicom", "nlp",
                    "pixels", "identifiable", "gate", "governance", "project")));

    @ParameterizedTest
    @MethodSource("packages")
    void knowsOnlyWhatItMay(String name) {
        Set<String> allowed = Stream.concat(Stream.of(name), MAY_USE.getOrDefault(name, Set.of()).stream())
                .collect(Collectors.toSet());

        noClasses().that(describe("are in " + name, c -> name.equals(part(c)))).should()
                .dependOnClassesThat(
                        describe("are outside " + allowed, c -> !part(c).isEmpty() && !allowed.contains(part(c))))
                .check(House.CLASSES);
    }

    @Test
    void theGateUsesOnlyTheShapesOfTheIndex() {
        noClasses().that().resideInAPackage("org.imaginghaven.gate..").should().dependOnClassesThat(describe(
                "are search's pages or its disclosure", c -> "search".equals(part(c))
                        && !c.getPackageName().equals("org.imaginghaven.search.schema")))
                .check(House.CLASSES);
    }

    @Test
    void theDomainKnowsNoFramework() {
        noClasses().that(describe("are domain", c -> Set.of("kernel", "dicom", "nlp").contains(part(c)))).should()
                .dependOnClassesThat().resideInAnyPackage("org.springframework..", "io.camunda..", "java.sql..")
                .check(House.CLASSES);
    }

    @Test
    void theEngineIsKnownOnlyToThoseThatSpeakToIt() {
        noClasses().that(describe("are workers of a zone",
                c -> Set.of("identifiable", "gate", "governance", "project", "kernel", "schema").contains(part(c))))
                .should().dependOnClassesThat().resideInAPackage("io.camunda..").check(House.CLASSES);
    }

    @Test
    void everyPackageOfTheHouseHasARule() {
        assertThat(House.CLASSES.stream().map(ZoneIsolationTest::part).filter(p -> !p.isEmpty()).distinct())
                .isSubsetOf(MAY_USE.keySet());
    }

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    /** First package below the root; empty for what is not ours. */
    private static String part(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        int dot = name.indexOf('.', ROOT.length());
        return dot < 0 ? name.substring(ROOT.length()) : name.substring(ROOT.length(), dot);
    }
}
