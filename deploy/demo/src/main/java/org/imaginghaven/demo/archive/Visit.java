package org.imaginghaven.demo.archive;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * One patient at one hospital on one day: one study.
 *
 * @param number from zero, of this patient
 * @param random draws whatever is left open, always in the same order
 */
record Visit(Person person, int number, Hospital hospital, LocalDate date, String time, String accession,
        String studyUid,
        String studyId, String referrer, String performer, String operator, Random random) {

    /** Where images come from: each hospital belongs to one data controller, whose code is its folder. */
    enum Hospital {
        NORTH("north", "Strathnorrie General Hospital", "12 Norriemuir Road, Inverbrodick"), CENTRAL("central",
                "Glenfarrow Royal Infirmary", "1 Farrowgate, Auchenkelty"), SOUTH("south",
                        "Tweedhaugh Community Hospital",
                        "40 Haughbank Terrace, Kirkdunnie");

        private final String controller;
        private final String title;
        private final String address;

        Hospital(String controller, String title, String address) {
            this.controller = controller;
            this.title = title;
            this.address = address;
        }

        String controller() {
            return controller;
        }

        String title() {
            return title;
        }

        String address() {
            return address;
        }
    }

    private static final DateTimeFormatter DICOM = DateTimeFormatter.BASIC_ISO_DATE;

    static Visit of(Person person, int number, Hospital hospital, LocalDate date, Random random, PersonNames names) {
        String time = "%02d%02d%02d".formatted(8 + random.nextInt(9), random.nextInt(60), random.nextInt(60));
        String accession = hospital.name().charAt(0) + "RA%07d".formatted(random.nextInt(10_000_000));
        return new Visit(person, number, hospital, date, time, accession, uid(random),
                "ST%05d".formatted(random.nextInt(100_000)), staff(names, random), staff(names, random),
                staff(names, random), random);
    }

    private static String staff(PersonNames names, Random random) {
        String name = names.family() + "^" + names.given(random.nextBoolean());
        return random.nextBoolean() ? name + "^^Dr" : name;
    }

    /** A UID that has never been anybody's. */
    static String uid(Random random) {
        return "2.25." + new BigInteger(100, random).setBit(100);
    }

    String uid() {
        return uid(random);
    }

    String dicomDate() {
        return DICOM.format(date);
    }

    /** As people write it. */
    String writtenDate() {
        return date.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    String patientId() {
        return person.patientId(number);
    }

    int ageYears() {
        return Math.max(0, Period.between(person.birth(), date).getYears());
    }

    /** {@code 075Y}, {@code 006M} or {@code 002D}. */
    String age() {
        Period age = Period.between(person.birth(), date);
        if (age.getYears() > 1) {
            return "%03dY".formatted(age.getYears());
        }
        return age.toTotalMonths() > 0
                ? "%03dM".formatted(age.toTotalMonths())
                : "%03dD".formatted(Math.max(0, age.getDays()));
    }
}
