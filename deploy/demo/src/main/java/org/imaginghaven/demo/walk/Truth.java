package org.imaginghaven.demo.walk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was planted in a synthetic archive, read from its {@code truth.json}. */
record Truth(List<PlantedFile> files, List<Patient> patients) {

    private static final int SHORTEST = 5;

    record Identifier(String kind, String value, String where) {
    }

    record PlantedFile(String path, @Nullable String patient, List<Identifier> identifiers) {
        PlantedFile {
            identifiers = identifiers == null ? List.of() : identifiers;
        }
    }

    record Patient(String patient, List<String> chi, String familyName, String givenName, String address,
            String postcode, String phone) {
        PlantedPatient asPlanted() {
            return new PlantedPatient(patient, chi);
        }
    }

    /** Who somebody is, for looking up what is theirs. */
    record PlantedPatient(String label, List<String> chi) {
    }

    static Truth read(Path file) throws IOException {
        return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build()
                .readValue(file.toFile(), Truth.class);
    }

    /** Every planted text of five characters or more but dates, which are everyday words outside their own files. */
    Set<String> wanted() {
        Set<String> texts = new LinkedHashSet<>();
        files.stream().flatMap(file -> file.identifiers().stream()).filter(found -> !found.kind().equals("date"))
                .forEach(found -> {
                    texts.add(found.value());
                    if (found.kind().endsWith("name")) {
                        // the parts of a DICOM person name leak one by one
                        texts.addAll(List.of(found.value().split("[\\^= ,]+")));
                    }
                });
        for (Patient patient : patients) {
            texts.addAll(patient.chi());
            texts.addAll(List.of(patient.familyName(), patient.givenName(), patient.address(), patient.postcode(),
                    patient.phone()));
        }
        texts.removeIf(text -> text == null || text.strip().length() < SHORTEST);
        return texts;
    }

    /** The dates planted in the files of one patient. */
    Set<String> datesOf(String patient) {
        Set<String> dates = new LinkedHashSet<>();
        files.stream().filter(file -> patient.equals(file.patient())).flatMap(file -> file.identifiers().stream())
                .filter(found -> found.kind().equals("date") && found.value().length() >= SHORTEST)
                .forEach(found -> dates.add(found.value()));
        return dates;
    }

    List<PlantedPatient> plantedPatients() {
        List<PlantedPatient> all = new ArrayList<>();
        patients.forEach(patient -> all.add(patient.asPlanted()));
        return all;
    }
}
