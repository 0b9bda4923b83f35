package org.imaginghaven.demo.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * A made-up archive: {@code ARCHIVE/{north,central,south}/…} with DICOM and other files, {@code ARCHIVE/linked/*.csv},
 * and beside the archive a {@code truth.json} with every identifier that was planted.
 *
 * @param patients how many, at least one
 * @param seed the same seed gives the same bytes; more patients only add files
 */
public record SyntheticArchive(int patients, long seed) {

    /** Most patients; each is about ten files. */
    public static final int MOST_PATIENTS = 100_000;

    public SyntheticArchive {
        if (patients < 1 || patients > MOST_PATIENTS) {
            throw new IllegalArgumentException(
                    "The number of patients must be between 1 and " + MOST_PATIENTS + ", not " + patients + ".");
        }
    }

    /**
     * What was made.
     *
     * @param files in the archive folder, tables not counted
     * @param identifiers places where one was planted
     */
    public record Summary(int patients, int files, long identifiers, long bytes) {
    }

    /**
     * Makes the archive beside its place and moves it there when it is complete.
     *
     * @param archive must not exist yet
     * @param truth the record of what was planted, outside the archive; must not exist yet
     * @param progress is told after each patient how many are done
     * @throws IOException with a sentence for people when a place is taken or cannot be written
     */
    public Summary write(Path archive, Path truth, IntConsumer progress) throws IOException {
        Path place = archive.toAbsolutePath().normalize();
        Path record = truth.toAbsolutePath().normalize();
        if (record.startsWith(place)) {
            throw new IOException("The record of identifiers must lie outside the archive folder.");
        }
        for (Path taken : List.of(place, record)) {
            if (Files.exists(taken)) {
                throw new IOException(taken + " exists already: remove it or choose another folder.");
            }
        }
        Path unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
        Path unfinishedTruth = record.resolveSibling(record.getFileName() + ".unfinished");
        remove(unfinished);
        Files.createDirectories(unfinished);
        Files.createDirectories(record.getParent());
        Summary summary = fill(unfinished, unfinishedTruth, progress);
        Files.move(unfinishedTruth, record, StandardCopyOption.ATOMIC_MOVE);
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        return summary;
    }

    private Summary fill(Path folder, Path truthFile, IntConsumer progress) throws IOException {
        People people = new People(seed);
        try (Truth truth = new Truth(truthFile, seed);
                LinkedTables tables = new LinkedTables(folder.resolve("linked"))) {
            Shelf shelf = new Shelf(folder, truth);
            Litter litter = new Litter(shelf);
            for (int index = 0; index < patients; index++) {
                Person person = people.person(index);
                Random random = new Random(people.random(index).nextLong());
                List<String> controllers = new ArrayList<>(
                        new TreeSet<>(patient(shelf, litter, person, index, random)));
                truth.add(person.truth(controllers));
                tables.add(person, controllers.getFirst(), random);
                progress.accept(index + 1);
            }
            litter.scatter(new Random(seed));
            return new Summary(patients, shelf.files(), shelf.identifiers(), shelf.bytes());
        }
    }

    private static List<String> patient(Shelf shelf, Litter litter, Person person, int index, Random random)
            throws IOException {
        List<String> controllers = new ArrayList<>();
        for (Visit visit : StudyPlan.visits(person, index, random)) {
            List<MadeFile> files = StudyPlan.files(visit, index);
            for (int i = 0; i < files.size(); i++) {
                boolean last = i == files.size() - 1;
                if (visit.number() == 0 && index % 12 == 0 && i == 1) {
                    shelf.putTruncated(files.get(i));
                } else if (person.quirk() == Person.Quirk.VERY_OLD && i == 0) {
                    shelf.putBare(files.get(i));
                } else {
                    shelf.put(files.get(i));
                }
                if (visit.number() == 0 && last && index % 12 == 1) {
                    shelf.putCopy(files.get(i));
                }
            }
            if (visit.number() == 0 && index % 12 == 4) {
                shelf.putConflicting(files.getFirst());
            }
            controllers.add(visit.hospital().controller());
            litter.mention(person, visit);
        }
        return controllers;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
