package org.imaginghaven.demo.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Tables that come from elsewhere and are linked by CHI: demographics, prescriptions, diagnoses. One prescription has a
 * stray quote, and some patients are in no table.
 */
final class LinkedTables implements Closeable {

    private static final String[][] DRUGS = {{"0304010", "Cetirizine", "10 mg"}, {"0206020", "Amlodipine", "5 mg"},
            {"0212000", "Atorvastatin", "20 mg"}, {"0601022", "Metformin", "500 mg"},
            {"0103050", "Omeprazole", "20 mg"}};
    private static final String[][] CONDITIONS = {{"J18.9", "Pneumonia, unspecified organism"},
            {"I10", "Essential hypertension"}, {"E11.9", "Type 2 diabetes mellitus"},
            {"M17.1", "Osteoarthritis of knee"},
            {"R91.1", "Solitary pulmonary nodule"}};

    private final Writer demographics;
    private final Writer prescriptions;
    private final Writer diagnoses;
    private int rows;

    LinkedTables(Path folder) throws IOException {
        Files.createDirectories(folder);
        demographics = Files.newBufferedWriter(folder.resolve("demographics.csv"));
        prescriptions = Files.newBufferedWriter(folder.resolve("prescriptions.csv"));
        diagnoses = Files.newBufferedWriter(folder.resolve("diagnoses.csv"));
        row(demographics, "chi", "previous_chi", "nhs_number", "local_id", "controller", "family_name", "given_name",
                "birth_date", "sex", "address", "postcode", "phone");
        row(prescriptions, "chi", "prescribed_on", "bnf_code", "drug", "dose");
        row(diagnoses, "chi", "diagnosed_on", "icd10", "description");
    }

    void add(Person person, String controller, Random random) throws IOException {
        String chi = person.chis().getLast();
        String previous = person.chis().size() > 1 ? person.chis().getFirst() : "";
        // whose id was left blank cannot be told from the tables either
        if (person.quirk() != Person.Quirk.BLANK_ID) {
            row(demographics, chi, previous, person.nhs(), person.localId(), controller, person.family(),
                    person.given(),
                    person.birth().toString(), person.female() ? "F" : "M", person.address(), person.postcode(),
                    person.phone());
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            String[] drug = DRUGS[random.nextInt(DRUGS.length)];
            String dose = rows == 0 ? drug[2] + "\" daily" : drug[2];
            raw(prescriptions, chi + "," + day(person, random) + "," + drug[0] + "," + drug[1] + "," + dose);
            String[] condition = CONDITIONS[random.nextInt(CONDITIONS.length)];
            row(diagnoses, chi, day(person, random), condition[0], condition[1]);
            rows++;
        }
    }

    private static String day(Person person, Random random) {
        LocalDate day = People.REFERENCE.minusDays(random.nextInt(2_000));
        return (day.isBefore(person.birth()) ? People.REFERENCE : day).toString();
    }

    private static void row(Writer table, String... values) throws IOException {
        StringBuilder row = new StringBuilder();
        for (String value : values) {
            row.append(row.isEmpty() ? "" : ",");
            row.append(value.matches(".*[,\"\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value);
        }
        raw(table, row.toString());
    }

    private static void raw(Writer table, String row) throws IOException {
        table.write(row + "\n");
    }

    @Override
    public void close() throws IOException {
        try (demographics; prescriptions; diagnoses) {
            demographics.flush();
        }
    }
}
