package org.imaginghaven.demo.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomJson;
import org.imaginghaven.dicom.Tag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticArchiveTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;
    private static Path archive;
    private static JsonNode truth;

    @BeforeAll
    static void make() throws IOException {
        archive = folder.resolve("archive");
        new SyntheticArchive(24, 7).write(archive, folder.resolve("truth.json"), done -> {
        });
        truth = JSON.readTree(folder.resolve("truth.json").toFile());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        SyntheticArchive same = new SyntheticArchive(24, 7);
        same.write(folder.resolve("same"), folder.resolve("same.json"), done -> {
        });
        new SyntheticArchive(24, 8).write(folder.resolve("other"), folder.resolve("other.json"), done -> {
        });

        assertThat(digests(folder.resolve("same"))).isEqualTo(digests(archive));
        assertThat(Files.readString(folder.resolve("same.json")))
                .isEqualTo(Files.readString(folder.resolve("truth.json")));
        assertThat(new HashSet<>(digests(folder.resolve("other")).values()))
                .doesNotContainAnyElementsOf(digests(archive).entrySet().stream()
                        .filter(entry -> entry.getKey().contains("IM0001")).map(Map.Entry::getValue).toList());
    }

    @Test
    void morePatientsOnlyAddFiles() throws Exception {
        new SyntheticArchive(6, 7).write(folder.resolve("fewer"), folder.resolve("fewer.json"), done -> {
        });

        Map<String, String> all = digests(archive);
        digests(folder.resolve("fewer")).forEach((path, digest) -> {
            if (!path.startsWith("linked/")) {
                assertThat(all).containsEntry(path, digest);
            }
        });
    }

    @Test
    void everyFileIsInTheTruthOnceAndTheOtherWayRound() throws IOException {
        List<String> told = new ArrayList<>();
        files().forEach(file -> told.add(file.path("path").asText()));
        List<String> found = paths(archive).stream().filter(path -> !path.startsWith("linked/")).toList();

        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void everyPlantedIdentifierIsWhereTheTruthSays() throws IOException {
        int checked = 0;
        for (JsonNode file : files()) {
            if (!Set.of("readable", "duplicate", "conflict", "directory").contains(file.path("state").asText())) {
                continue;
            }
            String text = text(archive.resolve(file.path("path").asText()));
            for (JsonNode identifier : file.path("identifiers")) {
                String where = identifier.path("where").asText();
                if (where.equals("path")) {
                    assertThat(file.path("path").asText()).contains(identifier.path("value").asText());
                } else if (!where.equals("pixels") && !where.equals("document")) {
                    for (String part : identifier.path("value").asText().split("=")) {
                        assertThat(text.contains(part)).as(file.path("path").asText() + " " + identifier).isTrue();
                    }
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(3_000);
    }

    @Test
    void readableFilesAreReadAndTruncatedOnesAreNot() throws IOException {
        for (JsonNode file : files()) {
            Path path = archive.resolve(file.path("path").asText());
            switch (file.path("state").asText()) {
                case "readable", "duplicate", "conflict" -> {
                    try (DicomFile dicom = DicomFile.read(path)) {
                        assertThat(dicom.dataset().string(Tag.MODALITY)).isEqualTo(file.path("modality").asText());
                        assertThat(dicom.dataset().string(Tag.PATIENT_ID, ""))
                                .isEqualTo(file.path("patientId").asText());
                    }
                }
                case "truncated", "empty", "not-dicom" -> assertThatThrownBy(() -> DicomFile.read(path).close())
                        .isInstanceOf(DicomException.class);
                case "directory" -> assertThat(path).hasFileName("DICOMDIR");
                default -> throw new AssertionError(file.path("state").asText());
            }
        }
    }

    @Test
    void ofEveryKindOfMessThereIsSome() {
        Set<String> states = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        Set<String> modalities = new TreeSet<>();
        Set<String> controllers = new TreeSet<>();
        files().forEach(file -> {
            states.add(file.path("state").asText());
            modalities.add(file.path("modality").asText(""));
            controllers.add(file.path("path").asText().split("/")[0]);
            file.path("identifiers").forEach(identifier -> kinds.add(identifier.path("kind").asText()));
        });

        assertThat(states).containsExactlyInAnyOrder(Stream.of(Truth.State.values()).map(Truth.State::label)
                .toArray(String[]::new));
        assertThat(kinds).containsExactlyInAnyOrder(Stream.of(Truth.Kind.values()).map(Truth.Kind::label)
                .toArray(String[]::new));
        assertThat(modalities).contains("CT", "MR", "US", "DX", "CR", "SR", "DOC", "OT");
        assertThat(controllers).containsExactly("central", "north", "south");
    }

    @Test
    void conflictsShareTheUidAndNotTheContent() throws IOException {
        JsonNode conflict = files().stream().filter(file -> file.path("state").asText().equals("conflict")).findFirst()
                .orElseThrow();
        Path one = archive.resolve(conflict.path("path").asText());
        Path other = archive.resolve(conflict.path("of").asText());

        try (DicomFile first = DicomFile.read(one); DicomFile second = DicomFile.read(other)) {
            assertThat(first.dataset().string(Tag.SOP_INSTANCE_UID))
                    .isEqualTo(second.dataset().string(Tag.SOP_INSTANCE_UID));
        }
        assertThat(Files.mismatch(one, other)).isNotNegative();
    }

    @Test
    void theTruthHasTheShapeThatItsSchemaTells() throws IOException {
        JsonNode schema = JSON.readTree(SyntheticArchive.class.getResourceAsStream("truth-schema.json"));

        assertShape(truth, schema);
        JsonNode file = schema.path("properties").path("files").path("items");
        JsonNode patient = schema.path("properties").path("patients").path("items");
        files().forEach(each -> {
            assertShape(each, file);
            each.path("identifiers").forEach(
                    identifier -> assertShape(identifier, file.path("properties").path("identifiers").path("items")));
        });
        truth.path("patients").forEach(each -> assertShape(each, patient));
    }

    @Test
    void numbersHaveTheirCheckDigits() {
        truth.path("patients").forEach(patient -> {
            String chi = patient.path("chi").path(0).asText();
            assertThat(HealthNumbers.checkDigit(chi.substring(0, 9))).isEqualTo(chi.charAt(9) - '0');
            assertThat(HealthNumbers.broken(chi)).isNotEqualTo(chi);
        });
        // the example that the NHS data dictionary works through
        assertThat(HealthNumbers.checkDigit("943476591")).isEqualTo(9);
    }

    @Test
    void aTakenPlaceIsRefused() {
        SyntheticArchive one = new SyntheticArchive(1, 1);

        assertThatThrownBy(() -> one.write(archive, folder.resolve("new.json"), done -> {
        })).isInstanceOf(IOException.class)
                .hasMessage(archive.toAbsolutePath() + " exists already: remove it or choose another folder.");
        assertThatThrownBy(() -> one.write(folder.resolve("a"), folder.resolve("a/truth.json"), done -> {
        })).hasMessage("The record of identifiers must lie outside the archive folder.");
        assertThatThrownBy(() -> new SyntheticArchive(0, 1))
                .hasMessage("The number of patients must be between 1 and 100000, not 0.");
    }

    private static void assertShape(JsonNode node, JsonNode schema) {
        Set<String> known = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        node.properties().forEach(field -> {
            assertThat(known).contains(field.getKey());
            JsonNode allowed = schema.path("properties").path(field.getKey()).path("enum");
            if (!allowed.isMissingNode()) {
                assertThat(allowed).as(field.getKey()).contains(field.getValue());
            }
        });
        schema.path("required").forEach(name -> assertThat(node.has(name.asText())).as(name.asText()).isTrue());
    }

    private static List<JsonNode> files() {
        return StreamSupport.stream(truth.path("files").spliterator(), false).toList();
    }

    /** Everything that reads as text in a file: its JSON form, which splits the groups of a name, and its raw bytes. */
    private static String text(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        String json = "";
        if (!path.endsWith("DICOMDIR")) {
            try (DicomFile file = DicomFile.read(path)) {
                json = DicomJson.of(file.dataset()).replace("\\\\", "\\");
            }
        }
        return json + new String(bytes, StandardCharsets.ISO_8859_1) + inflated(bytes);
    }

    /** The data set of a deflated file. */
    private static String inflated(byte[] bytes) throws IOException {
        if (!new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1)
                .contains("1.2.840.10008.1.2.1.99")) {
            return "";
        }
        int start = 144 + (bytes[140] & 0xFF) + 256 * (bytes[141] & 0xFF);
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start),
                new Inflater(true))) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static List<String> paths(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(path -> folder.relativize(path).toString()).sorted().toList();
        }
    }

    private static Map<String, String> digests(Path folder) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        for (String path : paths(folder)) {
            digests.put(path, HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(path)))));
        }
        return digests;
    }
}
