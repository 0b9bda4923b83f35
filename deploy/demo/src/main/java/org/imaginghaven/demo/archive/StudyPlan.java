package org.imaginghaven.demo.archive;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.imaginghaven.demo.archive.Person.Quirk;

/** Who was examined where, when and how: by turns, so that even a small archive has something of everything. */
final class StudyPlan {

    private static final int YEARS = 6;

    private StudyPlan() {
    }

    /** The visits of a patient, oldest first. */
    static List<Visit> visits(Person person, int index, Random random) {
        PersonNames names = new PersonNames(random);
        List<Visit> visits = new ArrayList<>();
        boolean young = person.quirk() == Quirk.INFANT || person.quirk() == Quirk.NEWBORN;
        LocalDate date = young ? People.REFERENCE : People.REFERENCE.minusDays(random.nextInt(YEARS * 365) + 400L);
        visits.add(Visit.of(person, 0, hospital(index), date, random, names));
        if (index % 3 == 0 || person.quirk() == Quirk.TWO_CHIS || person.quirk() == Quirk.TYPING_ERROR) {
            // a third of those who come again go elsewhere
            Visit.Hospital next = index % 9 == 0 ? hospital(index + 1) : hospital(index);
            visits.add(Visit.of(person, 1, next, date.plusDays(30 + random.nextInt(300)), random, names));
        }
        return visits;
    }

    private static Visit.Hospital hospital(int index) {
        Visit.Hospital[] all = Visit.Hospital.values();
        return all[(index + index / 6) % all.length];
    }

    /** The instances of a visit. */
    static List<MadeFile> files(Visit visit, int index) throws IOException {
        Vendor vendor = Vendor.values()[(index / 2 + visit.number()) % Vendor.values().length];
        List<MadeFile> files = new ArrayList<>();
        if (visit.number() > 0) {
            files.addAll(ImageStudies.ct(visit, vendor, index % 2 == 0 ? "CHEST" : "ABDOMEN", "CT FOLLOW UP"));
            return files;
        }
        switch (index % 6) {
            case 0 -> {
                files.addAll(ImageStudies.ct(visit, vendor, "CHEST", "CT CHEST"));
                files.addAll(Documents.report(visit, "CT CHEST"));
            }
            // a slip that looks like a first name
            case 1 -> files.addAll(ImageStudies.mr(visit, vendor, index % 12 == 1 ? "BRIAN" : "BRAIN", "MR HEAD"));
            case 2 -> files.addAll(ImageStudies.ultrasound(visit, "US ABDOMEN"));
            case 3 -> {
                files.addAll(
                        ImageStudies.radiograph(visit, vendor, true, index % 12 == 3 ? "CHEST" : "chest", "XR CHEST"));
                files.addAll(Documents.scannedForm(visit));
            }
            case 4 -> {
                files.addAll(ImageStudies.ct(visit, vendor, "ABDOMEN", "CT ABDOMEN"));
                files.addAll(Documents.letter(visit));
            }
            default -> {
                files.addAll(ImageStudies.radiograph(visit, vendor, false, "HAND", "XR HAND"));
                files.addAll(ImageStudies.mr(visit, vendor, "KNEE", "MR KNEE"));
            }
        }
        return files;
    }
}
