package org.imaginghaven.search.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ten years of age at the time of a study, the last one open: {@code 0-9} to {@code 80-89}, then {@code 90+}.
 *
 * @param from youngest age in whole years
 * @param to oldest age in whole years, {@link Integer#MAX_VALUE} for the open band
 */
public record AgeBand(int from, int to) {

    private static final int WIDTH = 10;
    private static final int OPEN_FROM = 90;
    private static final List<AgeBand> ALL = Arrays.stream(new int[]{0, 10, 20, 30, 40, 50, 60, 70, 80, OPEN_FROM})
            .mapToObj(AgeBand::of).toList();

    /** Every band, youngest first. */
    public static List<AgeBand> all() {
        return ALL;
    }

    /** The band an age in whole years falls in; ages below zero have none. */
    public static Optional<AgeBand> ofYears(int years) {
        return years < 0 ? Optional.empty() : Optional.of(of(years));
    }

    /** The band a label such as {@code 60-69} names, if it names one. */
    public static Optional<AgeBand> named(String label) {
        return ALL.stream().filter(band -> band.label().equals(label)).findFirst();
    }

    public String label() {
        return from == OPEN_FROM ? OPEN_FROM + "+" : from + "-" + to;
    }

    private static AgeBand of(int years) {
        int from = Math.min(years / WIDTH * WIDTH, OPEN_FROM);
        return new AgeBand(from, from == OPEN_FROM ? Integer.MAX_VALUE : from + WIDTH - 1);
    }
}
