package org.imaginghaven.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.identifiable.IdentifiableSettings;
import org.imaginghaven.identifiable.IdentifiableZone;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.project.ProjectSettings;
import org.imaginghaven.project.ProjectZone;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The three zones over one database and one folder, with an archive of a few made-up patients. */
final class Zones {

    private static final JobContext CONTEXT = new JobContext(1, "test", "element", 2);
    static final String[] NAMES = {"QUELLHORST", "BRANNIGANE", "OSTERVALDT", "PELLIGRINO", "TRUSCOTTEN", "WINDERMORE"};

    final Path root;
    final RecordingIndex index = new RecordingIndex();
    final List<Key> announced = new ArrayList<>();
    final JdbcClient sql;
    final IdentifiableZone identifiable;
    final GateZone gate;
    private final ProjectZone project;

    Zones(Path root) {
        this(root, GateParts.ofEngine());
    }

    Zones(Path root, GateParts parts) {
        this.root = root;
        TestDatabase database = TestDatabase.fresh();
        sql = JdbcClient.create(database.connect(ZoneRole.OWNER));
        for (String code : List.of("north", "central", "south")) {
            sql.sql("insert into governance.data_controller values (?, ?)").param(code).param(code).update();
        }
        identifiable = new IdentifiableZone(database.connect(ZoneRole.IDENTIFIABLE),
                IdentifiableSettings.of(List.of(root)));
        gate = new GateZone(database.connect(ZoneRole.GATE), new GateSettings(root.resolve("quarantine"), 3, 4),
                parts, index,
                (message, correlation, id, variables) -> announced.add(id));
        project = new ProjectZone(database.connect(ZoneRole.PROJECT),
                new ProjectSettings(root.resolve("quarantine"), root.resolve("projects"), root.resolve("secrets")),
                Clock.systemUTC());
    }

    /** CHI numbers with good check digits, one for each patient. */
    static String chi(int patient) {
        String nine = String.format(Locale.ROOT, "%02d0270%03d", patient + 1, 120 + patient * 7);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int digit = (11 - sum % 11) % 11;
        return digit == 10 ? chi(patient + 20) : nine + digit;
    }

    /** Patients have a CT study of two files each, even ones at north and odd ones at central; north's first has an ultrasound. */
    void archive(int patients) {
        StringBuilder demographics = new StringBuilder("chi,family_name,given_name,birth_date,postcode,phone\n");
        for (int p = 0; p < patients; p++) {
            String controller = p % 2 == 0 ? "north" : "central";
            for (int f = 0; f < 2; f++) {
                write(controller + "/p" + p + "/" + f + ".dcm", image(p, "CT", f)
                        .set("ImageType", "ORIGINAL", "PRIMARY", "AXIAL")
                        .set("BodyPartExamined", p == 0 ? "CHSET" : "CHEST"));
            }
            demographics.append(chi(p)).append(',').append(NAMES[p]).append(",Zebedina,1950-03-1").append(p)
                    .append(",ZZ9 9Z").append((char) ('A' + p)).append(",07700 90012").append(p).append('\n');
        }
        write("north/p0/us.dcm", image(0, "US", 5).set("ImageType", "ORIGINAL", "PRIMARY"));
        text("linked/demographics.csv", demographics.toString());
    }

    static DatasetBuilder image(int patient, String modality, int number) {
        String study = "1.2.826.0.1." + patient + "." + (modality.equals("CT") ? 1 : 2);
        return Dataset.builder()
                .set("SOPClassUID",
                        modality.equals("CT") ? "1.2.840.10008.5.1.4.1.1.2" : "1.2.840.10008.5.1.4.1.1.6.1")
                .set("SOPInstanceUID", study + ".1." + number).set("StudyInstanceUID", study)
                .set("SeriesInstanceUID", study + ".1").set("PatientID", chi(patient))
                .set("PatientName", NAMES[patient] + "^ZEBEDINA").set("PatientBirthDate", "1950031" + patient)
                .set("PatientSex", patient % 2 == 0 ? "F" : "M").set("PatientAge", "07" + patient + "Y")
                .set("StudyDate", "20230405").set("StudyTime", "101112").set("Modality", modality)
                .set("Manufacturer", "SIEMENS").set("ManufacturerModelName", "Made Up").set("SoftwareVersions", "1")
                .set("AccessionNumber", "ACC9900" + patient).set("StudyID", "1").set("SeriesNumber", 1)
                .set("InstanceNumber", number).set("ReferringPhysicianName", "REFERRALE^DOC")
                .set("StudyDescription", "CT CHEST " + NAMES[patient]).set("ImageComments", "call 07700 900123")
                .item("RequestAttributesSequence",
                        item -> item.set("ScheduledProcedureStepDescription", "CHEST of " + NAMES[patient]))
                .set("Rows", 4).set("Columns", 4).set("SamplesPerPixel", 1)
                .set("PhotometricInterpretation", "MONOCHROME2").set("BitsAllocated", 8).set("BitsStored", 8)
                .set("HighBit", 7).set("PixelRepresentation", 0)
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    }

    /** A structured report of a patient's CT study; headings and their texts by turns. */
    static DatasetBuilder report(int patient, int number, String... parts) {
        String study = "1.2.826.0.1." + patient + ".1";
        DatasetBuilder report = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.88.11")
                .set("SOPInstanceUID", study + ".8." + number).set("StudyInstanceUID", study)
                .set("SeriesInstanceUID", study + ".8").set("PatientID", chi(patient))
                .set("PatientName", NAMES[patient] + "^ZEBEDINA").set("PatientBirthDate", "1950031" + patient)
                .set("PatientSex", patient % 2 == 0 ? "F" : "M").set("StudyDate", "20230405")
                .set("StudyTime", "101112").set("Modality", "SR").set("Manufacturer", "SIEMENS").set("SeriesNumber", 8)
                .set("InstanceNumber", number).set("ReferringPhysicianName", "REFERRALE^DOC")
                .set("AccessionNumber", "ACC9900" + patient).set("StudyID", "1").set("ContentDate", "20230405")
                .set("ContentTime", "120000").set("CompletionFlag", "COMPLETE").set("VerificationFlag", "UNVERIFIED")
                .set("ValueType", "CONTAINER").set("ContinuityOfContent", "SEPARATE")
                .item("ConceptNameCodeSequence", code -> code.set("CodeValue", "18748-4")
                        .set("CodingSchemeDesignator", "LN").set("CodeMeaning", "Diagnostic imaging report"));
        for (int i = 0; i < parts.length; i += 2) {
            String heading = parts[i];
            String text = parts[i + 1];
            report.item("ContentSequence", item -> item.set("RelationshipType", "CONTAINS").set("ValueType", "TEXT")
                    .set("TextValue", text).item("ConceptNameCodeSequence", code -> code.set("CodeValue", "121070")
                            .set("CodingSchemeDesignator", "DCM").set("CodeMeaning", heading)));
        }
        return report;
    }

    /** A letter in RTF inside a DICOM file. */
    static DatasetBuilder letter(int patient, int number, String text) {
        return report(patient, number).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.104.1")
                .remove(0x0040A040).remove(0x0040A043).set("Modality", "DOC")
                .set("MIMETypeOfEncapsulatedDocument", "text/rtf").bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB,
                        ("{\\rtf1\\ansi " + text + "\\par}").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    void write(String path, DatasetBuilder dataset) {
        try {
            Path file = root.resolve("archive").resolve(path);
            Files.createDirectories(file.getParent());
            DicomWriter.write(file, dataset.build(), TransferSyntax.EXPLICIT_LE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void text(String path, String text) {
        try {
            Path file = root.resolve("archive").resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a job as the engine would: by type, with variables by name. */
    Map<String, Object> run(String type, Object... input) throws Exception {
        Job<?, ?> job = Stream.of(identifiable.jobs(), gate.jobs(), project.jobs()).flatMap(List::stream)
                .filter(candidate -> candidate.type().equals(type)).findFirst().orElseThrow();
        return outputs(invoke(job, input));
    }

    private static <I extends Record, O extends Record> O invoke(Job<I, O> job, Object... input) throws Exception {
        Class<I> in = job.input();
        return job.work(in.cast(in.getDeclaredConstructors()[0].newInstance(input)), CONTEXT);
    }

    private static Map<String, Object> outputs(Record output) throws ReflectiveOperationException {
        Map<String, Object> values = new java.util.HashMap<>();
        for (var component : output.getClass().getRecordComponents()) {
            values.put(component.getName(), component.getAccessor().invoke(output));
        }
        return values;
    }

    void ingest() throws Exception {
        Key batch = identifiable.ingest().register(root.resolve("archive"), null, "analyst1");
        for (Object chunk : (List<?>) run("identifiable:plan-batch:1", batch).get("chunks")) {
            run("identifiable:ingest-chunk:1", batch, chunk);
        }
        run("identifiable:load-linked-tables:1", batch);
        run("identifiable:reconcile-batch:1", batch);
    }

    void promoteTags(String... keywords) throws Exception {
        for (String keyword : keywords) {
            Key promotion = gate.promotions().proposeTag(keyword, "analyst1");
            run("gate:activate-tag:1", promotion);
        }
        run("gate:refresh-inventory:1");
    }

    /** Promotes the classes of image of one modality as clean. */
    List<Key> promoteImages(String modality) throws Exception {
        List<Key> promoted = new ArrayList<>();
        gate.promotions().proposeImageTypes("analyst1");
        for (String key : sql.sql("select promotion_key from identifiable.image_type where modality = ?")
                .param(modality).query(String.class).list()) {
            Key promotion = new Key(key);
            run("gate:sample-image-type:1", promotion);
            run("gate:activate-pixel-rule:1", promotion,
                    org.imaginghaven.gate.promote.ActivatePixelRuleWorker.PixelDecision.CLEAN);
            promoted.add(promotion);
        }
        return promoted;
    }

    /** A cohort frozen, requested and approved by the controllers. */
    Key agreement(Key projectKey, String definition, int frozenFiles, String... controllers) {
        Key cohort = Key.random(Key.Kind.COHORT);
        Key request = Key.random(Key.Kind.REQUEST);
        Key agreement = Key.random(Key.Kind.AGREEMENT);
        sql.sql("""
                insert into inventory.cohort (cohort_key, definition, patients, studies, files, data_version, frozen_by)
                values (?, ?::jsonb, 1, 1, ?, 'v', 'coordinator1')""").param(cohort.value()).param(definition)
                .param(frozenFiles).update();
        sql.sql("insert into governance.project (project_key, title, lead, state) values (?, 'T', 'lead1', 'active')"
                + " on conflict do nothing").param(projectKey.value()).update();
        sql.sql("insert into governance.request (request_key, project_key, cohort_key, applicant) values (?, ?, ?, 'a')")
                .param(request.value()).param(projectKey.value()).param(cohort.value()).update();
        sql.sql("insert into governance.agreement (agreement_key, request_key, project_key, cohort_key, starts_on,"
                + " ends_on) values (?, ?, ?, ?, current_date - 1, current_date + 9)").param(agreement.value())
                .param(request.value()).param(projectKey.value()).param(cohort.value()).update();
        for (String controller : controllers) {
            sql.sql("insert into governance.agreement_controller (agreement_key, controller) values (?, ?)")
                    .param(agreement.value()).param(controller).update();
            sql.sql("insert into inventory.cohort_controller values (?, ?, ?)").param(cohort.value())
                    .param(controller).param(frozenFiles / controllers.length).update();
        }
        return agreement;
    }

    Key planned(Key agreement) throws Exception {
        Key extraction = gate.extractions().register(agreement, "analyst1");
        run("gate:plan-extraction:1", extraction);
        return extraction;
    }

    void extractChunks(Key extraction) throws Exception {
        for (int chunk : sql.sql("select distinct chunk from governance.extraction_file where extraction_key = ?"
                + " and state = 'pending' order by 1").param(extraction.value()).query(Integer.class).list()) {
            run("gate:extract-chunk:1", extraction, chunk);
        }
    }

    Key released(Key extraction) throws Exception {
        Key release = (Key) run("project:prepare-release:1", extraction).get("releaseKey");
        run("project:publish-release:1", release);
        return release;
    }

    Key revocation(String kind, String subject) {
        Key revocation = Key.random(Key.Kind.REVOCATION);
        sql.sql("insert into governance.revocation (revocation_key, kind, subject, requested_by) values (?, ?, ?, 'ig')")
                .param(revocation.value()).param(kind).param(subject).update();
        return revocation;
    }

    /** Applies a revocation in every zone, in the order of the process. */
    List<Key> revoke(Key revocation) throws Exception {
        run("identifiable:apply-revocation:1", revocation);
        List<Key> releases = ((List<?>) run("gate:apply-revocation:1", revocation).get("releases")).stream()
                .map(Key.class::cast).toList();
        for (Key release : releases) {
            run("project:withdraw-release:1", revocation, release);
        }
        return releases;
    }

    List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
