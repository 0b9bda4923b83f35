package org.imaginghaven.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.imaginghaven.search.schema.PatientDocument;
import org.imaginghaven.search.schema.PatientDocument.SeriesGroup;
import org.imaginghaven.search.schema.PatientDocument.Study;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Random patients, put into the inventory as the gate does and given out as documents for the index. */
public final class Population {

    private static final String[] MODALITIES = {"CT", "MR", "US", "DX", "SR", "PT"};
    private static final String[] BODY_PARTS = {"CHEST", "ABDOMEN", "BRAIN", "KNEE"};
    private static final String[] MANUFACTURERS = {"SIEMENS", "GE MEDICAL SYSTEMS", "CALEDON MEDICAL"};
    private static final List<String> FINDINGS = List.of("pneumonia:present", "pleural-effusion:absent",
            "nodule:uncertain");
    private static final String[] CONTROLLERS = {"north", "central", "south"};

    private final JdbcClient gate;
    private final Random random;

    private Population(DataSource gate, long seed) {
        this.gate = JdbcClient.create(gate);
        this.random = new Random(seed);
    }

    /** @param gate signed in as the role of the gate */
    public static List<PatientDocument> into(DataSource gate, int patients, long seed) {
        List<PatientDocument> documents = new ArrayList<>();
        // one connection for all: signing in takes longer than a row
        try (Connection connection = gate.getConnection()) {
            connection.setAutoCommit(false);
            Population population = new Population(new SingleConnectionDataSource(connection, true), seed);
            for (int i = 0; i < patients; i++) {
                documents.add(population.patient());
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return documents;
    }

    private PatientDocument patient() {
        UUID key = UUID.randomUUID();
        String sex = oneOf("F", "M", null);
        gate.sql("insert into inventory.patient (patient_key, sex, birth_year) values (?, ?, 1960)").param(key)
                .param(sex)
                .update();
        List<Study> studies = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            studies.add(study(key));
        }
        return new PatientDocument(key, sex, studies);
    }

    private Study study(UUID patient) {
        UUID key = UUID.randomUUID();
        Integer year = random.nextInt(8) == 0 ? null : Integer.valueOf(2018 + random.nextInt(6));
        Integer age = random.nextInt(8) == 0 ? null : Integer.valueOf(random.nextInt(100));
        List<String> findings = FINDINGS.stream().filter(finding -> random.nextInt(3) == 0).toList();
        gate.sql("""
                insert into inventory.study (study_key, patient_key, year, age_years, promoted)
                values (?, ?, ?, ?, jsonb_build_object('finding', to_jsonb(?::text[])))""").param(key).param(patient)
                .param(year).param(age).param(findings.toArray(String[]::new)).update();
        List<SeriesGroup> series = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            series.add(series(key));
        }
        return new Study(key, year, age, findings, series);
    }

    private SeriesGroup series(UUID study) {
        UUID key = UUID.randomUUID();
        String modality = oneOf(MODALITIES);
        String bodyPart = random.nextInt(6) == 0 ? null : oneOf(BODY_PARTS);
        String manufacturer = oneOf(MANUFACTURERS);
        gate.sql("""
                insert into inventory.series (series_key, study_key, modality, body_part, promoted)
                values (?, ?, ?, ?, jsonb_build_object('Manufacturer', ?::text))""").param(key).param(study)
                .param(modality).param(bodyPart).param(manufacturer).update();
        int files = 1 + random.nextInt(3);
        String controller = oneOf(CONTROLLERS);
        for (int i = 0; i < files; i++) {
            gate.sql("insert into inventory.instance (instance_key, series_key, controller) values (?, ?, ?)")
                    .param(UUID.randomUUID()).param(key).param(controller).update();
        }
        return new SeriesGroup(modality, bodyPart, manufacturer, 1, files);
    }

    private @Nullable String oneOf(@Nullable String... values) {
        return values[random.nextInt(values.length)];
    }
}
