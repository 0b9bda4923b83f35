package org.imaginghaven.search.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final double EPSILON = 0.5;
    private static final int DRAWS = 200_000;

    private final Noise noise = new Noise(new byte[32]);

    @Test
    void theDistributionIsTwoSidedGeometric() {
        Map<Long, Integer> seen = new HashMap<>();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            long draw = noise.of("patients", set(i), EPSILON, 1);
            seen.merge(draw, 1, Integer::sum);
            sum += draw;
            squares += (double) draw * draw;
        }

        double q = Math.exp(-EPSILON);
        double variance = 2 * q / ((1 - q) * (1 - q));
        // four standard errors of the mean, and of the variance of a distribution with kurtosis below 7
        assertThat(sum / DRAWS).isCloseTo(0, within(4 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(variance, within(4 * variance * Math.sqrt(6.0 / DRAWS)));
        for (long k = -6; k <= 6; k++) {
            double expected = (1 - q) / (1 + q) * Math.pow(q, Math.abs(k));
            assertThat(seen.getOrDefault(k, 0) / (double) DRAWS).as("P(" + k + ")").isCloseTo(expected,
                    within(4 * Math.sqrt(expected * (1 - expected) / DRAWS)));
        }
        assertThat(seen.keySet()).as("unbounded").anyMatch(k -> k > 15).anyMatch(k -> k < -15);
    }

    @Test
    void theSameSetGetsTheSameNoiseAndAnotherSetOfTheSameSizeAnother() {
        PatientSet one = new PatientSet(40, List.of(11L, 22L, 33L));
        PatientSet again = new PatientSet(40, List.of(11L, 22L, 33L));
        PatientSet other = new PatientSet(40, List.of(11L, 22L, 34L));

        assertThat(noise.fingerprint(one)).isEqualTo(noise.fingerprint(again)).isNotEqualTo(noise.fingerprint(other));
        assertThat(noise.of("patients", one, 0.001, 1)).isEqualTo(noise.of("patients", again, 0.001, 1))
                .isNotEqualTo(noise.of("patients", other, 0.001, 1)).isNotEqualTo(noise.of("series", one, 0.001, 1));
    }

    @Test
    void anotherKeyGivesOtherNoise() {
        byte[] key = new byte[32];
        key[0] = 1;

        assertThat(new Noise(key).of("patients", set(1), 0.001, 1))
                .isNotEqualTo(noise.of("patients", set(1), 0.001, 1));
    }

    private static PatientSet set(int number) {
        return new PatientSet(100, List.of((long) number, 0L, 0L));
    }
}
