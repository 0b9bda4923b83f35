package org.imaginghaven.demo.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.datafaker.Faker;

/** Draws names that mean nothing else, so that finding one in a file or a log proves a leak. */
final class PersonNames {

    private static final Set<String> ORDINARY = ordinary();
    private static final Pattern LONG_ENOUGH = Pattern.compile("[A-Za-z]{6,}");

    private final Faker faker;

    PersonNames(Random random) {
        this.faker = new Faker(Locale.ENGLISH, random);
    }

    String family() {
        return draw(() -> faker.name().lastName());
    }

    String given(boolean female) {
        return draw(() -> female ? faker.name().femaleFirstName() : faker.name().maleFirstName());
    }

    /** A street with a number and a town, in capitals or not as the lists have it. */
    String address() {
        return faker.address().buildingNumber() + " " + family() + " " + faker.address().streetSuffix() + ", "
                + faker.address().city();
    }

    private static String draw(Supplier<String> source) {
        while (true) {
            String name = source.get();
            if (LONG_ENOUGH.matcher(name).matches() && !ORDINARY.contains(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
    }

    private static Set<String> ordinary() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(
                        Objects.requireNonNull(PersonNames.class.getResourceAsStream("ordinary-names.txt")),
                        StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
