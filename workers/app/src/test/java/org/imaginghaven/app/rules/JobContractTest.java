package org.imaginghaven.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.Key;
import org.junit.jupiter.api.Test;

/** What goes into and comes out of a job becomes a process variable, which everybody can read: keys, enums and counts. */
class JobContractTest {

    private static final Set<Type> ALLOWED = Set.of(Key.class, int.class, long.class, boolean.class, LocalDate.class,
            Duration.class);

    /** Strings that are no free text. */
    private static final Map<String, String> CODES = Map.of("controller", "code of a data controller", "controllers",
            "codes of data controllers");

    @Test
    void onlyOpaqueThingsCrossIntoTheProcess() {
        House.Exemptions codes = new House.Exemptions(CODES);
        List<String> offences = new ArrayList<>();
        for (Class<?> job : jobs()) {
            records(job).flatMap(type -> Stream.of(type.getRecordComponents()))
                    .filter(component -> !allowed(component.getGenericType()))
                    .filter(component -> !isString(component) || codes.offends().test(component.getName()))
                    .forEach(component -> offences.add(job.getSimpleName() + "." + component.getName()));
        }

        assertThat(offences).isEmpty();
        codes.demandAllUsed();
    }

    @Test
    void governanceTextGoesInAndNeverComesOut() {
        List<String> offences = new ArrayList<>();
        for (Class<?> job : jobs()) {
            Class<?> output = records(job).toList().getLast();
            Stream.of(output.getRecordComponents()).filter(c -> c.getType() == GovernanceText.class)
                    .forEach(c -> offences.add(job.getSimpleName() + "." + c.getName()));
        }

        assertThat(offences).isEmpty();
    }

    @Test
    void thereAreJobsToJudge() {
        assertThat(jobs()).hasSizeGreaterThan(50);
    }

    static List<Class<?>> jobs() {
        List<Class<?>> jobs = new ArrayList<>();
        for (JavaClass type : House.CLASSES) {
            if (type.isAssignableTo(Job.class) && !type.isInterface()) {
                jobs.add(type.reflect());
            }
        }
        return jobs;
    }

    /** Input, then output. */
    static Stream<Class<?>> records(Class<?> job) {
        return Stream.of(job.getGenericInterfaces()).filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast).filter(type -> type.getRawType() == Job.class)
                .flatMap(type -> Stream.of(type.getActualTypeArguments())).map(type -> (Class<?>) type);
    }

    private static boolean allowed(Type type) {
        if (type instanceof ParameterizedType list) {
            return list.getRawType() == List.class && (list.getActualTypeArguments()[0] == Integer.class
                    || allowed(list.getActualTypeArguments()[0]));
        }
        return ALLOWED.contains(type) || type == GovernanceText.class || type == Boolean.class
                || type instanceof Class<?> plain && plain.isEnum();
    }

    private static boolean isString(RecordComponent component) {
        return component.getType() == String.class
                || component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] == String.class;
    }
}
