package org.imaginghaven.demo.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was planted where: {@code truth.json}, described by {@code truth-schema.json} beside this class. Files are
 * written as they are made; patients come last.
 */
final class Truth implements Closeable {

    /** The version of the shape. */
    static final int SCHEMA = 1;

    /** What a planted text is. The name in the file is in lower kebab case. */
    enum Kind {
        /** A part of a patient's name, or the whole. */
        NAME,
        /** The same of somebody of the patient's family. */
        RELATIVE_NAME,
        /** The same of a clinician or operator. */
        STAFF_NAME,
        /** CHI, NHS number, hospital number or what stands in their place. */
        PATIENT_ID, ACCESSION,
        /** A date of this patient, in the form it was written in. */
        DATE, SITE, ADDRESS, POSTCODE, PHONE, UID, DEVICE,
        /** An age above 89. */
        AGE90;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is wrong with a file as a whole. The name in the file is in lower kebab case. */
    enum State {
        /** A DICOM instance of its own. */
        READABLE,
        /** The same bytes as another file. */
        DUPLICATE,
        /** The same SOP Instance UID as another file, with other content. */
        CONFLICT, TRUNCATED, EMPTY, NOT_DICOM,
        /** A DICOMDIR. */
        DIRECTORY;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One planted text.
     *
     * @param where keyword or tag, with the path through sequences; {@code pixels}, {@code document} or {@code path}
     */
    record Identifier(String kind, String value, String where) {
    }

    /**
     * One file.
     *
     * @param path relative to the archive folder, with slashes
     * @param patient label of the patient, null when it is nobody's
     * @param patientId what stands in PatientID, empty when blank; null when there is none
     * @param of path of the file it repeats, for duplicates and conflicts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlantedFile(String path, @Nullable String patient, String state, @Nullable String modality,
            @Nullable String patientId, @Nullable String of, List<Identifier> identifiers) {
    }

    /** One person. Dates are ISO. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Patient(String patient, List<String> chi, @Nullable String nhs, @Nullable String localId, String familyName,
            String givenName, String birthDate, String sex, List<String> controllers, String address, String postcode,
            String phone) {
    }

    private final JsonGenerator json;
    private final List<Patient> patients = new ArrayList<>();

    Truth(Path file, long seed) throws IOException {
        json = new ObjectMapper().getFactory().createGenerator(Files.newBufferedWriter(file));
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeNumberField("seed", seed);
        json.writeArrayFieldStart("files");
    }

    void add(PlantedFile file) throws IOException {
        json.writePOJO(file);
    }

    void add(Patient patient) {
        patients.add(patient);
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writePOJOField("patients", patients);
        json.writeEndObject();
        json.close();
    }
}
