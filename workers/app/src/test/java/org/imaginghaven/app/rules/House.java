package org.imaginghaven.app.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;

/** All classes of the project, and the list of what a rule lets pass. */
final class House {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.imaginghaven");

    private House() {
    }

    /**
     * Names that a rule lets pass, each with a reason. One that no longer breaks the rule fails the build: an exemption
     * must not outlive its cause.
     */
    static final class Exemptions {

        private final Map<String, String> reasons;
        private final Set<String> used = new HashSet<>();

        Exemptions(Map<String, String> reasons) {
            this.reasons = Map.copyOf(reasons);
        }

        /** True for what breaks the rule and is not exempt. */
        Predicate<String> offends() {
            return name -> {
                if (reasons.containsKey(name)) {
                    used.add(name);
                    return false;
                }
                return true;
            };
        }

        void demandAllUsed() {
            Set<String> unused = new HashSet<>(reasons.keySet());
            unused.removeAll(used);
            Assertions.assertThat(unused).as("exemptions that nothing needs any more").isEmpty();
        }
    }
}
