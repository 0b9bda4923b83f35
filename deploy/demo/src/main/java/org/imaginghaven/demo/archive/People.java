package org.imaginghaven.demo.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the patients of an archive; the same seed and number give the same person, however many there are. */
final class People {

    /** The day the youngest are a few days old: the newest study of the archive is a little later. */
    static final LocalDate REFERENCE = LocalDate.of(2024, 6, 3);

    private static final String[] POSTAL_AREAS = {"EH", "AB", "DD", "IV", "KY", "PA"};
    private static final String POSTAL_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private final long seed;

    People(long seed) {
        this.seed = seed;
    }

    /** @param index from zero */
    Person person(int index) {
        Random random = random(index);
        PersonNames names = new PersonNames(random);
        Person.Quirk quirk = Person.Quirk.values()[index % Person.Quirk.values().length];
        boolean female = random.nextBoolean();
        LocalDate birth = birth(quirk, random);
        Person.Writing writing = writing(index);
        List<String> chis = new ArrayList<>(List.of(HealthNumbers.chi(birth, female, random)));
        if (quirk == Person.Quirk.TWO_CHIS) {
            chis.add(HealthNumbers.chi(birth, female, random));
        }
        String family = writing == Person.Writing.ASCII ? names.family() : FOREIGN_FAMILIES[writing.ordinal() - 1];
        String given = names.given(female);
        return new Person("P%04d".formatted(index + 1), family, given, female, birth, List.copyOf(chis),
                HealthNumbers.nhs(random), "HN%06d".formatted(100_000 + random.nextInt(900_000)), names.address(),
                postcode(random), phone(random), names.given(!female) + " " + family, quirk, writing);
    }

    /** A random source of its own for each patient. */
    Random random(int index) {
        return new Random(seed * 1_000_003L + index * 7_919L + 17);
    }

    /** Every fifth writes a name beyond ASCII, in turn in each of the ways. */
    private static Person.Writing writing(int index) {
        int ways = Person.Writing.values().length - 1;
        return index % 5 == 2 ? Person.Writing.values()[1 + index / 5 % ways] : Person.Writing.ASCII;
    }

    /** UTF-8, Latin-1, Japanese (its romanised form). */
    private static final String[] FOREIGN_FAMILIES = {"Wojciechowská", "Grünwäldler", "Kurosawabashi"};

    private static LocalDate birth(Person.Quirk quirk, Random random) {
        return switch (quirk) {
            case INFANT -> REFERENCE.minusMonths(6).minusDays(random.nextInt(20));
            case NEWBORN -> REFERENCE.minusDays(2);
            case VERY_OLD -> REFERENCE.minusYears(93).minusDays(random.nextInt(300));
            default -> REFERENCE.minusYears(22 + random.nextInt(65)).minusDays(random.nextInt(365));
        };
    }

    /** In a district that does not exist. */
    private static String postcode(Random random) {
        return POSTAL_AREAS[random.nextInt(POSTAL_AREAS.length)] + (90 + random.nextInt(10)) + " " + random.nextInt(10)
                + letter(random) + letter(random);
    }

    private static char letter(Random random) {
        return POSTAL_LETTERS.charAt(random.nextInt(POSTAL_LETTERS.length()));
    }

    /** From the ranges kept for drama, which nobody has. */
    private static String phone(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "0131 496 0%03d".formatted(random.nextInt(1000));
            case 1 -> "0141 496 0%03d".formatted(random.nextInt(1000));
            default -> "07700 900%03d".formatted(random.nextInt(1000));
        };
    }
}
