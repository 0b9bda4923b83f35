package org.imaginghaven.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.imaginghaven.governance.store.LedgeredStore;
import org.imaginghaven.kernel.AuditEvent;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody changes the state of anything without saying in the ledger who did and why. */
class AuditedChangesTest {

    /** Writes that the ledger does not list one by one. */
    private static final Map<String, String> UNLISTED = Map.of("JdbcPatients",
            "writes within the transactions of the tag store and the mappings, which record chunk and resolution",
            "ProjectSecrets", "makes a project's secret while an extraction is planned, which is recorded");

    @Test
    void everyStateChangingMethodOfGovernanceTakesItsAuditEvent() {
        TreeSet<String> silent = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            if (!type.getPackageName().startsWith("org.imaginghaven.governance.")
                    || type.isEquivalentTo(LedgeredStore.class)) {
                continue;
            }
            for (JavaMethod method : type.getMethods()) {
                boolean inner = method.getModifiers().contains(JavaModifier.PRIVATE) || isLambda(method);
                if (!inner && writes(method, new HashSet<>()) && !takesEvent(method)) {
                    silent.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void everyClassOfTheOtherZonesThatWritesAlsoRecords() {
        House.Exemptions exempt = new House.Exemptions(UNLISTED);
        TreeSet<String> silent = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            boolean zone = Set.of("identifiable", "gate", "project").stream()
                    .anyMatch(z -> type.getPackageName().startsWith("org.imaginghaven." + z + "."));
            if (zone && type.getMethods().stream().anyMatch(m -> writes(m, new HashSet<>())) && !knowsEvents(type)) {
                silent.add(type.getSimpleName());
            }
        }

        assertThat(silent).filteredOn(exempt.offends()).isEmpty();
        exempt.demandAllUsed();
    }

    @Test
    void theRuleFindsWhatItLooksFor() {
        long writers = House.CLASSES.stream().filter(c -> c.getPackageName().startsWith("org.imaginghaven.governance."))
                .flatMap(c -> c.getMethods().stream()).filter(m -> writes(m, new HashSet<>())).count();

        assertThat(writers).isGreaterThan(15);
    }

    /** Calls the database to change something, by itself or through methods of its own class. */
    private static boolean writes(JavaMethod method, Set<String> seen) {
        if (!seen.add(method.getFullName())) {
            return false;
        }
        for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
            if (isUpdate(call)) {
                return true;
            }
            boolean own = call.getTargetOwner().equals(method.getOwner());
            if (own && call.getTarget().resolveMember().filter(m -> writes(m, seen)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUpdate(JavaMethodCall call) {
        boolean database = call.getTargetOwner().isAssignableTo(JdbcClient.StatementSpec.class)
                || call.getTargetOwner().isAssignableTo(JdbcOperations.class);
        return database && (call.getName().equals("update") || call.getName().equals("batchUpdate"));
    }

    /** The event itself, or something that makes it once the outcome is known. */
    private static boolean takesEvent(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(AuditEvent.class)
                || type.isInterface() && type.getMethods().stream()
                        .anyMatch(m -> m.getRawReturnType().isEquivalentTo(AuditEvent.class)));
    }

    private static boolean knowsEvents(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> d.getTargetClass().isEquivalentTo(AuditEvent.class));
    }

    private static boolean isLambda(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
