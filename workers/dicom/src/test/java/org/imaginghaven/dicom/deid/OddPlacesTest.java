package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The patient's identifiers where nobody would look for them: none survives, and no file is held back for them. */
class OddPlacesTest {

    private static final String NAME = "Quillfeather";
    private static final String ID = "4711 0815";
    private static final List<String> TOKENS = List.of("quillfeather", "ottoline", "4711 0815", "47110815", "4711-0815",
            "47 11 08 15", "19610826", "26.08.1961", "26 aug 1961", "26aug1961", "8/26/1961", "26/8/61", "larkspur",
            "acc77123", "glenmorrow", "qy7 3xd", "qy73xd");
    private static final Map<String, Consumer<DatasetBuilder>> PLACES = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    static {
        PLACES.put("safe private text", d -> d.setPrivate(0x0011, "GEMS_GENIE_1", 0x0D, Vr.LO, "AXIAL " + NAME));
        PLACES.put("safe private text that is only a name",
                d -> d.setPrivate(0x0011, "GEMS_GENIE_1", 0x0D, Vr.LO, "quillfeather"));
        PLACES.put("safe private text of unknown VR",
                d -> d.setPrivate(0x0011, "GEMS_GENIE_1", 0x0D, Vr.UN, "ottoline_quillfeather"));
        PLACES.put("safe private number of unknown VR",
                d -> d.setPrivate(0x0019, "SIEMENS CT VA0  COAD", 0x90, Vr.UN, ID.replace(" ", "")));
        PLACES.put("safe private number that is text",
                d -> d.setPrivate(0x0011, "GEMS_GENIE_1", 0x0B, Vr.UN, "Ottoline Quillfe"));
        PLACES.put("private without a creator", d -> d.set(0x00151012, Vr.LO, NAME));
        PLACES.put("private of unknown VR", d -> d.setPrivate(0x0071, "ACME", 0x20, Vr.UN, "seen " + NAME));
        PLACES.put("private blob",
                d -> d.setPrivate(0x0029, "SIEMENS CSA HEADER", 0x10, Vr.OB, new Object[0]).bytes(0x00291010, Vr.OB,
                        blob(NAME)));
        PLACES.put("private creator", d -> d.setPrivate(0x0073, NAME, 0x20, Vr.DS, "1"));
        PLACES.put("nested private", d -> d.item("RequestAttributesSequence",
                i -> i.setPrivate(0x0071, "ACME", 0x20, Vr.LO, NAME).set("RequestedProcedureID", ID)));
        PLACES.put("two levels of items", d -> d.item("RequestAttributesSequence",
                i -> i.item("ScheduledProtocolCodeSequence",
                        c -> c.set("CodeValue", ID).set("CodingSchemeDesignator", "99LOCAL").set("CodeMeaning",
                                NAME))));
        PLACES.put("a public code", d -> d.item("AnatomicRegionSequence",
                i -> i.set("CodeValue", "T-D3000").set("CodingSchemeDesignator", "SRT").set("CodeMeaning",
                        "Chest of " + NAME)));
        PLACES.put("a maker", d -> d.set("Manufacturer", "ACME " + NAME).set("SoftwareVersions", "v1 " + ID));
        PLACES.put("a code string", d -> d.set("RotationDirection", "QUILLFEATHER"));
        PLACES.put("decimal strings", d -> d.set("SliceLocation", "47110815").set("TableHeight", "19610826"));
        PLACES.put("integers as text", d -> d.set("ExposureTime", "47110815"));
        PLACES.put("words of binary numbers", d -> d.bytes(0x00189309, Vr.FD, blob("Ottoline Quillfe")));
        PLACES.put("a palette", d -> d.bytes(0x00281201, Vr.OW, blob(NAME)));
        PLACES.put("an overlay", d -> d.set(0x60001500, Vr.LO, NAME).set(0x60000022, Vr.LO, ID));
        PLACES.put("a palette in two bytes a letter", d -> d.bytes(0x00281201, Vr.OW,
                ("    " + NAME.toUpperCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_16LE)));
        PLACES.put("a postcode and a house as codes", d -> d.set("PatientAddress", "12 Larkspur Mews, Ardbeg QY7 3XD")
                .set("AcquisitionStartCondition", "QY7 3XD").set("TableType", "QY73XD").set("SoftwareVersions",
                        "12 Larkspur"));
        PLACES.put("behind the pixels", d -> {
            byte[] pixels = new byte[128 + 40];
            System.arraycopy(NAME.getBytes(StandardCharsets.US_ASCII), 0, pixels, 140, NAME.length());
            d.bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        });
        PLACES.put("a curve", d -> d.set(0x50002500, Vr.LO, NAME));
        PLACES.put("trailing padding", d -> d.bytes(Tag.TRAILING_PADDING, Vr.OB, blob(NAME)));
        PLACES.put("a UID", d -> d.set("FrameOfReferenceUID", "1.2.826.47110815.19610826.1"));
        PLACES.put("a UID of a class", d -> d.item("ReferencedStudySequence",
                i -> i.set("ReferencedSOPClassUID", "1.2.47110815").set("ReferencedSOPInstanceUID", "1.47110815.2")));
        PLACES.put("a birth date in words", d -> d.set("ImageComments", "born 26 Aug 1961, 26AUG1961 or 8/26/1961")
                .set("ManufacturerModelName", "Model 26 Aug 1961").set("SoftwareVersions", "26/8/61", "26.08.1961"));
        PLACES.put("an id with other signs",
                d -> d.set("SoftwareVersions", "47 11 08 15", "4711-0815").set("ConvolutionKernel", "B31f 47110815"));
        PLACES.put("a character set", d -> d.set("SpecificCharacterSet", "QUILLFEATHER"));
        PLACES.put("a text too long for its VR",
                d -> d.set("StudyDescription", "CT " + "head ".repeat(40) + NAME));
        PLACES.put("many values", d -> d.set("ImageType", "ORIGINAL", "PRIMARY", "AXIAL", "OTTOLINE", "4711_0815"));
        PLACES.put("application entities and addresses", d -> d.set("RetrieveAETitle", "QUILLFEATHER")
                .set("RetrieveURL", "http://x/" + NAME).set("StationAETitle", "QUILLFEATHER"));
        PLACES.put("other patients",
                d -> d.item("OtherPatientIDsSequence", i -> i.set("PatientID", "ZX99887766").set("TypeOfPatientID",
                        "TEXT")).set("SoftwareVersions", "zx99887766"));
    }

    static Stream<String> places() {
        return PLACES.keySet().stream();
    }

    private static byte[] blob(String text) {
        byte[] bytes = new byte[(text.length() + 7) / 8 * 8 + 64];
        byte[] word = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(word, 0, bytes, 16, word.length);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("places")
    void noneSurvivesAndNothingIsHeldBack(String place) throws IOException {
        for (String syntax : new String[]{"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2",
                "1.2.840.10008.1.2.1.99"}) {
            for (String policy : new String[]{"basic", "research"}) {
                DatasetBuilder made = Made.slice(ID, 1);
                PLACES.get(place).accept(made);
                Path in = Made.file(folder, "in.dcm", made.build(), TransferSyntax.of(syntax));
                check(place + " " + syntax + " " + policy, in, policy);
            }
        }
    }

    private void check(String name, Path in, String policy) throws IOException {
        Path out = folder.resolve("out-" + Integer.toHexString(name.hashCode()));
        Outcome outcome = Made.engine(policy).deidentify(in, out);
        assertThat(outcome).as(name).isInstanceOf(Outcome.Deidentified.class);
        Path written = out.resolve(((Outcome.Deidentified) outcome).output());
        byte[] bytes = Files.readAllBytes(written);
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String all = (new String(bytes, charset) + written).toLowerCase(Locale.ROOT);
            assertThat(TOKENS).as(name).noneMatch(all::contains);
            assertThat(all).as(name).doesNotContain("zx99887766");
        }
    }

    @Test
    void preambleAndMetaHeaderAreNew() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        DicomWriter.write(plain, Made.slice(ID, 1).build(), TransferSyntax.EXPLICIT_LE);
        byte[] bytes = plain.toByteArray();
        byte[] title = element(0x16, "AE", "QUILLFEATHER");
        byte[] owner = element(0x100, "UI", "1.2.47110815");
        byte[] secret = new byte[12 + 24];
        System.arraycopy(new byte[]{2, 0, 2, 1, 'O', 'B', 0, 0, 24, 0, 0, 0}, 0, secret, 0, 12);
        System.arraycopy(NAME.getBytes(StandardCharsets.US_ASCII), 0, secret, 12, NAME.length());
        int meta = 144 + java.nio.ByteBuffer.wrap(bytes, 140, 4).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(java.util.Arrays.copyOf(("II*\0 " + NAME + " " + ID).getBytes(StandardCharsets.US_ASCII), 128));
        file.write(bytes, 128, meta - 128);
        file.write(title);
        file.write(owner);
        file.write(secret);
        file.write(bytes, meta, bytes.length - meta);
        Path in = Files.write(Files.createDirectories(folder.resolve(NAME)).resolve("Ottoline 4711 0815.dcm"),
                file.toByteArray());
        check("meta", in, "research");
    }

    private static byte[] element(int element, String vr, String text) {
        byte[] value = (text + (text.length() % 2 == 0 ? "" : " ")).getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[8 + value.length];
        System.arraycopy(new byte[]{2, 0, (byte) element, (byte) (element >> 8), (byte) vr.charAt(0),
                (byte) vr.charAt(1), (byte) value.length, 0}, 0, bytes, 0, 8);
        System.arraycopy(value, 0, bytes, 8, value.length);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quillfeather was here", "\0\0Ottoline", "QF", "\uFFFF\uFFFF\uFFFF\uFFFF\uFFFF", "       "})
    void bytesBehindTheDataSetAreLeftBehind(String text) throws IOException {
        for (String syntax : new String[]{"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"}) {
            Path in = Made.file(folder, "in.dcm", Made.slice(ID, 1).build(), TransferSyntax.of(syntax));
            Files.write(in, text.getBytes(StandardCharsets.ISO_8859_1), java.nio.file.StandardOpenOption.APPEND);
            check("tail " + text.length() + syntax, in, "research");
        }
    }

    @Test
    void aDataSetThatBreaksOffIsStillRefused() throws IOException {
        Path in = Made.file(folder, "in.dcm", Made.slice(ID, 1).build(), TransferSyntax.IMPLICIT_LE);
        byte[] whole = Files.readAllBytes(in);
        for (int left : new int[]{1, 100, 140, 160, 200}) {
            Files.write(in, java.util.Arrays.copyOf(whole, whole.length - left));
            assertThat(Made.engine("research").deidentify(in, folder.resolve("broken")))
                    .isInstanceOf(Outcome.Failed.class);
        }
    }

    /** A JPEG stream as far as anything here looks into one: start, comment, Adobe segment, scan, end. */
    private static byte[] jpeg(String comment, String scan, String behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length() + 2)});
        out.writeBytes(comment.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[]{(byte) 0xFF, (byte) 0xDA, 0, 4, 1, 1});
        out.writeBytes(scan.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[]{(byte) 0xFF, (byte) 0xD9});
        out.writeBytes(behind.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private Path compressed(byte[] frame) throws IOException {
        Dataset slice = Made.slice(ID, 1).build();
        List<org.imaginghaven.dicom.Element> elements = new java.util.ArrayList<>();
        slice.forEach(elements::add);
        elements.removeLast();
        elements.add(new org.imaginghaven.dicom.Element.Fragments(Tag.PIXEL_DATA, Vr.OB,
                List.of(new org.imaginghaven.dicom.Element.Fragment(-1, 0, new byte[0]),
                        new org.imaginghaven.dicom.Element.Fragment(-1, frame.length, frame))));
        return Made.file(folder, "in.dcm", Dataset.of(elements, slice.characterSets()),
                TransferSyntax.of("1.2.840.10008.1.2.4.50"));
    }

    @Test
    void aLargeCompressedImageIsLookedThroughFromEndToEnd() throws IOException {
        for (int scan = (1 << 16) - 60; scan < 1 << 16; scan += 4) {
            check("behind " + scan, compressed(jpeg("made by a coder", "s".repeat(scan), "ID 47110815")), "research");
        }
    }

    @Test
    void commentsOfACompressedImageAreBlankedOnlyIfTheyIdentify() throws IOException {
        check("comment", compressed(jpeg("Name: " + NAME, "scan of bytes ", "")), "research");
        check("behind", compressed(jpeg("made by a coder", "scan of bytes", "ID 47110815")), "research");
        Path in = compressed(jpeg("made by a coder", "scan of bytes", ""));
        Outcome outcome = Made.engine("research").deidentify(in, folder.resolve("plain"));
        byte[] written = Files.readAllBytes(
                folder.resolve("plain").resolve(((Outcome.Deidentified) outcome).output()));
        assertThat(new String(written, StandardCharsets.ISO_8859_1)).contains("made by a coder");
    }

    @Test
    void aLongFragmentIsLookedThroughToItsEnd() throws IOException {
        String scan = "scan of bytes ".repeat(40_000);
        check("behind much", compressed(jpeg("made by a coder", scan, "ID 47110815")), "research");
        for (int cut = 262_100; cut < 262_160; cut += 13) {
            Path in = compressed(jpeg("made by a coder", scan.substring(0, cut) + NAME + scan, ""));
            assertThat(Made.engine("research").deidentify(in, folder.resolve("long")))
                    .isInstanceOf(Outcome.Quarantined.class);
        }
    }

    @Test
    void anImageWhoseSamplesSpellAnIdentifierIsHeldBack() throws IOException {
        Path in = compressed(jpeg("made by a coder", "scan " + NAME + " ", ""));
        assertThat(Made.engine("research").deidentify(in, folder.resolve("out")))
                .isInstanceOfSatisfying(Outcome.Quarantined.class,
                        held -> assertThat(held.reason()).isEqualTo(Outcome.Reason.NOT_PROVEN));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO_IR 192", "GB18030"})
    void namesInOtherScriptsGo(String set) throws IOException {
        Dataset made = Made.slice("P77", 1)
                .characterSet(set, Charset.forName(set.equals("GB18030") ? set : "UTF-8"))
                .set("PatientName", "Wangsun^Xiaodong=王孙^小东").set("Manufacturer", "制造 王孙小东")
                .set("SoftwareVersions", "v1 小东").set("StudyDescription", "CT 王孙 chest")
                .setPrivate(0x0011, "GEMS_GENIE_1", 0x0D, Vr.LO, "王孙先生").build();
        Path in = Made.file(folder, "in.dcm", made, TransferSyntax.EXPLICIT_LE);
        Outcome outcome = Made.engine("research").deidentify(in, folder.resolve("out"));
        assertThat(outcome).isInstanceOf(Outcome.Deidentified.class);
        byte[] bytes = Files.readAllBytes(folder.resolve("out").resolve(((Outcome.Deidentified) outcome).output()));
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(new String(bytes, charset).toLowerCase(Locale.ROOT)).doesNotContain("王孙").doesNotContain("小东")
                    .doesNotContain("wangsun");
        }
    }

    @Test
    void aBodyPartIsNoNameEvenIfTheStudyIsCalledSo() throws IOException {
        Dataset made = Made.slice("TRIAL-HEADNECK-17", 1).set("PatientName", "TRIAL-HEADNECK-17")
                .set("BodyPartExamined", "HEADNECK").build();
        Path in = Made.file(folder, "in.dcm", made, TransferSyntax.EXPLICIT_LE);
        try (DicomFile file = Made.output(Made.engine("research").deidentify(in, folder.resolve("out")),
                folder.resolve("out"))) {
            assertThat(file.dataset().string(Tag.BODY_PART_EXAMINED)).isEqualTo("HEADNECK");
        }
    }

    @Test
    void aBirthDateIsNotLookedForInUids() throws IOException {
        Dataset made = Made.slice("P79", 1).set("PatientBirthDate", "19840201").set("SoftwareVersions", "VA 1.2.840")
                .build();
        Path in = Made.file(folder, "in.dcm", made, TransferSyntax.EXPLICIT_LE);
        try (DicomFile file = Made.output(Made.engine("research").deidentify(in, folder.resolve("out")),
                folder.resolve("out"))) {
            assertThat(file.dataset().string(Tag.SOP_CLASS_UID)).isEqualTo("1.2.840.10008.5.1.4.1.1.2");
            assertThat(file.dataset().string(Tag.SOFTWARE_VERSIONS)).isEqualTo("VA 1.2.840");
        }
    }

    @Test
    void aNameWithoutItsAccentsGoesToo() throws IOException {
        Dataset made = Made.slice("P78", 1).characterSet("ISO_IR 100", StandardCharsets.ISO_8859_1)
                .set("PatientName", "Grünwäldchen^Zoë").set("Manufacturer", "ACME GRUNWALDCHEN")
                .set("SoftwareVersions", "gruenwaeldchen 2", "Grünwäldchen").build();
        Path in = Made.file(folder, "in.dcm", made, TransferSyntax.EXPLICIT_LE);
        Outcome outcome = Made.engine("research").deidentify(in, folder.resolve("out"));
        byte[] bytes = Files.readAllBytes(folder.resolve("out").resolve(((Outcome.Deidentified) outcome).output()));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                .doesNotContain("grunwald").doesNotContain("gruenwaeld").doesNotContain("grünwäld");
    }
}
