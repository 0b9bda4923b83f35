package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.identity.SubjectSource;
import org.imaginghaven.dicom.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeidentifierTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"basic,1.2.840.10008.1.2", "research,1.2.840.10008.1.2", "basic,1.2.840.10008.1.2.1",
            "research,1.2.840.10008.1.2.2", "basic,1.2.840.10008.1.2.2", "research,1.2.840.10008.1.2.1.99"})
    void nothingOfThePeopleIsLeftAndThePixelsStay(String policy, String syntax) throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice("4711 0815", 3).build(), TransferSyntax.of(syntax));
        Outcome outcome = Made.engine(policy).deidentify(in, folder.resolve("out"));
        try (DicomFile file = Made.output(outcome, folder.resolve("out"))) {
            Dataset output = file.dataset();
            assertThat(output.string(Tag.PATIENT_IDENTITY_REMOVED)).isEqualTo("YES");
            assertThat(output.string(Tag.PATIENT_ID)).matches("H[0-9A-Z]{16}");
            assertThat(output.items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE).get(0).string(0x00080100))
                    .isEqualTo("113100");
            assertThat(file.bytes((Element.Bulk) output.get(Tag.PIXEL_DATA), 128)).containsOnly(3);
            String all = new String(
                    Files.readAllBytes(folder.resolve("out").resolve(((Outcome.Deidentified) outcome).output())),
                    StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            assertThat(all).doesNotContain("quillfeather", "ottoline", "4711", "19610826", "larkspur", "acc77123",
                    "glenmorrow", "pennyworth", "1.2.3.7");
            if (policy.equals("research")) {
                assertThat(output.string(Tag.STUDY_DESCRIPTION)).isEqualTo("CT HEAD for");
                assertThat(output.string(Tag.STUDY_DATE)).matches("\\d{8}").isNotEqualTo("20200131");
            }
        }
        try (Stream<Path> parts = Files.walk(Deidentifier.partial(folder.resolve("out")))) {
            assertThat(parts).isNotEmpty().noneMatch(Files::isRegularFile);
        }
    }

    @Test
    void referencesOfOneProjectAgreeAndProjectsShareNothing() throws IOException {
        Path first = Made.file(folder, "1.dcm", Made.slice("P1", 1).build(), TransferSyntax.EXPLICIT_LE);
        Path second = Made.file(folder, "2.dcm", Made.slice("P1", 2).build(), TransferSyntax.IMPLICIT_LE);
        Deidentifier one = Made.engine("research");
        Deidentifier other = new Deidentifier(
                Deidentifier.Parts.of(Policy.bundled("research"), ProjectKey.random()));
        Dataset a = read(one, first, "a");
        Dataset b = read(one, second, "a");
        Dataset foreign = read(other, first, "b");
        assertThat(a.items(0x00081140).get(0).string(0x00081155)).isEqualTo(b.string(Tag.SOP_INSTANCE_UID));
        assertThat(a.string(Tag.SOP_INSTANCE_UID)).isNotEqualTo(b.string(Tag.SOP_INSTANCE_UID));
        for (int tag : new int[]{Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, 0x00200052, Tag.PATIENT_ID,
                Tag.STUDY_DATE}) {
            assertThat(a.string(tag)).isEqualTo(b.string(tag)).isNotEqualTo(foreign.string(tag));
        }
    }

    private Dataset read(Deidentifier engine, Path in, String out) throws IOException {
        try (DicomFile file = Made.output(engine.deidentify(in, folder.resolve(out)), folder.resolve(out))) {
            return file.dataset();
        }
    }

    @Test
    void aBlankPatientIsHeldBackUnlessThePlatformKnowsThem() throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice(" ", 1).build(), TransferSyntax.EXPLICIT_LE);
        Deidentifier.Parts parts = Made.engine("basic").parts();
        assertThat(new Deidentifier(parts).deidentify(in, folder.resolve("out")))
                .isInstanceOfSatisfying(Outcome.Quarantined.class,
                        held -> assertThat(held.reason()).isEqualTo(Outcome.Reason.NO_PATIENT));
        assertThat(new Deidentifier(parts.withSubjects(SubjectSource.given("EUPI1"))).deidentify(in,
                folder.resolve("out"))).isInstanceOf(Outcome.Deidentified.class);
        assertThat(new Deidentifier(parts.withSubjects(SubjectSource.mapping(Map.of("P9", "S")))).deidentify(in,
                folder.resolve("out"))).isInstanceOf(Outcome.Quarantined.class);
    }

    @Test
    void aFileThatAsksForMoreMemoryThanThereIsFailsAndTheNextOneIsDone() throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice("P1", 1).build(), TransferSyntax.EXPLICIT_LE);
        boolean[] full = {true};
        Deidentifier engine = new Deidentifier(Made.engine("basic").parts().withSubjects(header -> {
            if (full[0]) {
                throw new OutOfMemoryError("made by the test");
            }
            return java.util.Optional.of("S");
        }));
        assertThat(engine.deidentify(in, folder.resolve("out"))).isEqualTo(
                new Outcome.Failed(Outcome.Failed.UNREADABLE + " OutOfMemoryError"));
        full[0] = false;
        assertThat(engine.deidentify(in, folder.resolve("out"))).isInstanceOf(Outcome.Deidentified.class);
    }

    @Test
    void aMappingNamesAFileWithoutAPatientByItsStudy() throws IOException {
        Dataset slice = Made.slice(" ", 1).build();
        Path in = Made.file(folder, "in.dcm", slice, TransferSyntax.EXPLICIT_LE);
        String study = slice.string(Tag.STUDY_INSTANCE_UID, "");
        Deidentifier.Parts parts = Made.engine("basic").parts();
        assertThat(new Deidentifier(parts.withSubjects(SubjectSource.mapping(Map.of(study, "S")))).deidentify(in,
                folder.resolve("out"))).isInstanceOf(Outcome.Deidentified.class);
        assertThat(new Deidentifier(parts.withSubjects(SubjectSource.mapping(Map.of(study + ".1", "S", "", "S"))))
                .deidentify(in, folder.resolve("out"))).isInstanceOf(Outcome.Quarantined.class);
    }

    @Test
    void anImageNobodyVouchesForLeavesNothingBehind() throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice("P1", 1).set("Modality", "OT").build(),
                TransferSyntax.EXPLICIT_LE);
        assertThat(Made.engine("basic").deidentify(in, folder.resolve("out")))
                .isInstanceOfSatisfying(Outcome.Quarantined.class,
                        held -> assertThat(held.reason()).isEqualTo(Outcome.Reason.PIXEL_RULE));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void assumedCleanPixelsAreNeverClaimedToBeClean() throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice("P1", 1).set("Modality", "OT").build(),
                TransferSyntax.EXPLICIT_LE);
        Deidentifier engine = new Deidentifier(Made.engine("research").parts().assumingCleanPixels(true));
        Dataset output = read(engine, in, "out");
        assertThat(output.string(Tag.PATIENT_IDENTITY_REMOVED)).isEqualTo("NO");
        assertThat(output.items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE)).noneMatch(
                item -> "113101".equals(item.string(0x00080100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENCAPSULATED_DOCUMENT", "NOT_AN_INSTANCE", "NO_INSTANCE", "UNSUPPORTED_OBJECT"})
    void whatIsNoImageIsNeverPassed(String reason) throws IOException {
        Dataset made = switch (reason) {
            case "ENCAPSULATED_DOCUMENT" -> Made.slice("P1", 1).bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, new byte[4])
                    .build();
            case "NOT_AN_INSTANCE" -> Made.slice("P1", 1).set("SOPClassUID", "1.2.840.10008.1.3.10").build();
            case "NO_INSTANCE" -> Made.slice("P1", 1).set("SOPInstanceUID", "").build();
            default -> Made.slice("P1", 1).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.66").build();
        };
        Path in = Made.file(folder, "in.dcm", made, TransferSyntax.EXPLICIT_LE);
        assertThat(Made.engine("basic").deidentify(in, folder.resolve("out")))
                .isInstanceOfSatisfying(Outcome.Quarantined.class,
                        held -> assertThat(held.reason().name()).isEqualTo(reason));
    }

    @Test
    void identifiersAreTakenOutOfTextThatIsKept() throws IOException {
        Path in = Made.file(folder, "in.dcm",
                Made.slice("20481", 1).set("Manufacturer", "ACME of Quillfeather").set("SoftwareVersions", "V1 20481")
                        .set("ImageComments", "seen by Pennyworth").build(),
                TransferSyntax.EXPLICIT_LE);
        Dataset output = read(Made.engine("research"), in, "out");
        assertThat(output.string(Tag.MANUFACTURER)).isEqualTo("ACME of");
        assertThat(output.string(Tag.SOFTWARE_VERSIONS)).isEqualTo("V1");
        assertThat(output.string(0x00204000, "")).doesNotContain("Pennyworth", "seen");
    }

    @Test
    void aPrivateBlockWhoseOwnerSoundsLikeThePatientGoesAndTheFileStays() throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice("20482", 1).set("PatientName", "Genie^Ottoline")
                .setPrivate(0x0011, "GEMS_GENIE_1", 0x0B, Vr.IS, "3").setPrivate(0x0019, "SIEMENS MR HEADER", 0x0B,
                        Vr.DS, "7.5")
                .build(), TransferSyntax.EXPLICIT_LE);
        Dataset output = read(Made.engine("research"), in, "out");
        assertThat(output.has(0x00110010)).isFalse();
        assertThat(output.has(0x0011100B)).isFalse();
        assertThat(output.string(0x0019100B)).isEqualTo("7.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"})
    void safePrivateDatesMoveWithTheOthersInEveryTransferSyntax(String syntax) throws IOException {
        for (Vr vr : new Vr[]{Vr.DA, Vr.UN}) {
            Path in = Made.file(folder, vr + "in.dcm",
                    Made.slice("20485", 1).setPrivate(0x7005, "TOSHIBA_MEC_CT3", 0x24, vr, "20200131").setPrivate(
                            0x0043, "GEMS_PARM_01", 0x98, vr == Vr.UN ? vr : Vr.UI, "1.2.3.4").build(),
                    TransferSyntax.of(syntax));
            Dataset output = read(Made.engine("research"), in, vr + "out");
            assertThat(output.string(0x70051024)).isEqualTo(output.string(Tag.STUDY_DATE));
            assertThat(output.string(0x00431098)).startsWith("2.25.");
        }
    }

    @ParameterizedTest
    @CsvSource({"61Y,61Y", "061Y,061Y", "097Y,090Y", "97Y,090Y", "90Y,090Y", "006M,006M", "1300M,''"})
    void anAgeStaysAsItWasWrittenBelowNinety(String age, String after) throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice("20486", 1).set("PatientAge", age).build(),
                TransferSyntax.EXPLICIT_LE);
        assertThat(read(Made.engine("research"), in, "out").string(Tag.PATIENT_AGE, "")).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"C:BOD;SPI,C:BOD;SPI", "made for Wemyss,for", "BOD ottoline 2,BOD 2", "AXIAL,AXIAL"})
    void safePrivateTextStaysIfItIsAMachines(String text, String after) throws IOException {
        Path in = Made.file(folder, "in.dcm",
                Made.slice("20487", 1).setPrivate(0x0051, "SIEMENS MR HEADER", 0x0F, Vr.LO, text).build(),
                TransferSyntax.EXPLICIT_LE);
        assertThat(read(Made.engine("research"), in, "out").string(0x0051100F)).isEqualTo(after);
    }

    @Test
    void anInstanceThatOnlyTheMetaHeaderNamesIsOne() throws IOException {
        Dataset named = Made.slice("20483", 1).build();
        Dataset meta = DicomWriter.meta(named, TransferSyntax.EXPLICIT_LE);
        Path in = folder.resolve("in.dcm");
        try (var channel = java.nio.channels.FileChannel.open(in, java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE)) {
            new DicomWriter().file(channel, meta,
                    Made.slice("20483", 1).set("SOPInstanceUID", "").set("SOPClassUID", "").build(),
                    TransferSyntax.EXPLICIT_LE, null);
        }
        Path whole = Made.file(folder, "whole.dcm", named, TransferSyntax.EXPLICIT_LE);
        Dataset output = read(Made.engine("research"), in, "out");
        assertThat(output.string(Tag.SOP_CLASS_UID)).isEqualTo("1.2.840.10008.5.1.4.1.1.2");
        assertThat(output.string(Tag.SOP_INSTANCE_UID))
                .isEqualTo(read(Made.engine("research"), whole, "other").string(Tag.SOP_INSTANCE_UID));
    }

    @Test
    void everyRefusalSaysWhatToDo() throws IOException {
        Path in = Made.file(folder.resolve("in"), "a.dcm", Made.slice(" ", 1).build(), TransferSyntax.EXPLICIT_LE);
        Outcome outcome = Made.engine("basic").deidentify(in, folder.resolve("out"));
        assertThat(ReportLine.of("a.dcm", outcome).reason())
                .startsWith("NO_PATIENT the PatientID is blank; ").contains("write the PatientID into it");
        for (Outcome.Reason reason : Outcome.Reason.values()) {
            assertThat(reason.advice()).isNotBlank();
        }
    }

    @Test
    void aFileThatIsNoDicomFailsWithoutItsContent() throws IOException {
        Path in = folder.resolve("note.txt");
        Files.writeString(in, "Quillfeather was here, and there is more text than a header needs to be recognised");
        assertThat(Made.engine("basic").deidentify(in, folder.resolve("out")))
                .isEqualTo(new Outcome.Failed("NOT_DICOM at byte 0, tag (0000,0000), length -1"));
    }

    @Test
    void anExplanationNamesRulesAndNoValues() throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice("P1", 1).build(), TransferSyntax.EXPLICIT_LE);
        String lines = String.join("\n", Explanation.of(Policy.bundled("research"), in));
        assertThat(lines)
                .contains("PatientName: pseudonym [research line ", "InstitutionName: dummy [PS3.15-2024e X/Z/D]",
                        "private of \"ACME PACS 2.0\": remove [default: private]")
                .doesNotContain("Quillfeather", "Glenmorrow");
    }

    @Test
    void outputFolderHoldsOnlyPseudonymsAndNewUids() throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice("P1", 1).build(), TransferSyntax.EXPLICIT_LE);
        Made.engine("basic").deidentify(in, folder.resolve("out"));
        try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
            TreeSet<String> names = new TreeSet<>(all.skip(1).map(path -> path.getFileName().toString()).toList());
            assertThat(names).allMatch(name -> name.matches("H[0-9A-Z]{16}|\\d{1,39}(\\.dcm)?"));
        }
    }
}
