package org.imaginghaven.nlp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.imaginghaven.nlp");

    @Test
    void isFreeOfFrameworksNetworkAndLogs() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.net..", "java.sql..", "org.slf4j..",
                        "java.util.logging..", "io.camunda..")
                .check(classes);
    }

    @Test
    void onlyTheBuildKnowsTheTrainingCodeAndItsLists() {
        noClasses().that().resideOutsideOfPackage("..train..").should().dependOnClassesThat()
                .resideInAnyPackage("..nlp.train..", "net.datafaker..").check(classes);
    }
}
