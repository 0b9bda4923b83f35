package org.imaginghaven.app.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.imaginghaven.kernel.Job;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Names say what a thing is for; these say nothing. */
class NamingTest {

    @Test
    void nothingIsCalledByWhatItIsNot() {
        for (String ending : List.of("Util", "Utils", "Helper", "Manager", "Impl", "Service")) {
            noClasses().should().haveSimpleNameEndingWith(ending).check(House.CLASSES);
        }
    }

    @Test
    void aJobIsAWorkerAndAWorkerIsAJob() {
        TreeSet<String> odd = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            boolean job = type.isAssignableTo(Job.class) && !type.isInterface();
            if (job != (type.getSimpleName().endsWith("Worker") && inZone(type))) {
                odd.add(type.getName());
            }
        }
        House.Exemptions exempt = new House.Exemptions(Map.of());

        assertThat(odd).filteredOn(exempt.offends()).isEmpty();
        exempt.demandAllUsed();
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }

        assertThat(unmarked).isEmpty();
    }

    private static boolean inZone(JavaClass type) {
        return List.of("identifiable", "gate", "governance", "project").stream()
                .anyMatch(zone -> type.getPackageName().startsWith("org.imaginghaven." + zone + "."));
    }
}
