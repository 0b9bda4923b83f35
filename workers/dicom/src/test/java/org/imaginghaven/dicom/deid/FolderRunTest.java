package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.identity.SubjectSource;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.dicom.policy.PolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRunTest {

    @TempDir
    private Path folder;

    private Path input(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            Made.file(folder.resolve("in/" + i % 3), String.format("%03d.dcm", i),
                    Made.slice("P" + i % 3, i).build(), TransferSyntax.EXPLICIT_LE);
        }
        return folder.resolve("in");
    }

    private static Map<String, Long> content(Path out) throws IOException {
        Map<String, Long> all = new TreeMap<>();
        if (Files.exists(out)) {
            try (Stream<Path> walk = Files.walk(out)) {
                for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                    sum.update(Files.readAllBytes(file));
                    all.put(out.relativize(file).toString(), sum.getValue());
                }
            }
        }
        return all;
    }

    private FolderRun.Summary run(String out, int threads) throws IOException {
        FolderRun run = new FolderRun(Made.engine("research"), folder.resolve("in"), folder.resolve(out));
        run.prepare();
        FolderRun.Summary summary = run.run(threads, outcome -> {
        });
        run.report(folder.resolve(out + ".report.jsonl"));
        return summary;
    }

    @Test
    void everyInputHasALineAndTheFirstOfTwoClaimantsWinsWithAnyNumberOfThreads() throws IOException {
        input(12);
        Files.writeString(folder.resolve("in/note.txt"),
                "no image at all, but a file of the folder that must not vanish");
        Made.file(folder.resolve("in/9"), "copy.dcm", Made.slice("P0", 0).set("Rows", 4).build(),
                TransferSyntax.EXPLICIT_LE);
        FolderRun.Summary one = run("one", 1);
        FolderRun.Summary two = run("two", 2);
        assertThat(one).isEqualTo(two).isEqualTo(new FolderRun.Summary(12, 1, 1,
                Map.of("failed NOT_DICOM", 1, "quarantined DUPLICATE_INSTANCE", 1)));
        assertThat(content(folder.resolve("one"))).hasSize(12).isEqualTo(content(folder.resolve("two")));
        assertThat(Files.readAllLines(folder.resolve("two.report.jsonl"))).hasSize(14)
                .isEqualTo(Files.readAllLines(folder.resolve("one.report.jsonl")));
    }

    @Test
    void aFolderThatIsNotItsOwnIsRefused() throws IOException {
        input(1);
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/mine.txt"), "x");
        assertThatThrownBy(() -> run("out", 1)).isInstanceOf(PolicyException.class)
                .hasMessage("the output folder is not empty and not of an earlier run: give an empty one");
        run("good", 1);
        FolderRun other = new FolderRun(
                new Deidentifier(Deidentifier.Parts.of(Policy.bundled("research"), ProjectKey.random())),
                folder.resolve("in"), folder.resolve("good"));
        assertThatThrownBy(other::prepare).isInstanceOf(PolicyException.class)
                .hasMessageContaining("another policy, key");
        FolderRun mapped = new FolderRun(
                new Deidentifier(
                        Made.engine("research").parts().withSubjects(SubjectSource.mapping(Map.of("P0", "S")))),
                folder.resolve("in"), folder.resolve("good"));
        assertThatThrownBy(mapped::prepare).isInstanceOf(PolicyException.class).hasMessageContaining("mapping");
        FolderRun inside = new FolderRun(Made.engine("basic"), folder.resolve("in"), folder.resolve("in/out"));
        assertThatThrownBy(inside::prepare).isInstanceOf(PolicyException.class)
                .hasMessageContaining("inside each other");
    }

    @Test
    void anOutputFolderThatWasEmptiedIsNewWhateverRanBefore() throws IOException {
        input(1);
        run("out", 1);
        try (Stream<Path> outputs = Files.walk(folder.resolve("out"))) {
            for (Path output : outputs.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(output);
            }
        }
        FolderRun other = new FolderRun(
                new Deidentifier(Deidentifier.Parts.of(Policy.bundled("research"), ProjectKey.random())),
                folder.resolve("in"), folder.resolve("out"));
        assertThat(other.prepare()).isEqualTo(1);
        assertThat(other.finishedBefore()).isZero();
        other.run(1, outcome -> assertThat(outcome).isInstanceOf(Outcome.Deidentified.class));
    }

    @Test
    void finishedFilesAreNotDoneAgain() throws IOException {
        input(4);
        run("out", 1);
        FolderRun again = new FolderRun(Made.engine("research"), folder.resolve("in"), folder.resolve("out"));
        again.prepare();
        assertThat(again.finishedBefore()).isEqualTo(4);
        assertThat(again.run(1, outcome -> {
            throw new AssertionError("done again");
        }).deidentified()).isEqualTo(4);
    }

    @Test
    void partsOfAKilledRunAreDeletedAndNoFolderForPartsStays() throws IOException {
        input(3);
        Path parts = Deidentifier.partial(folder.resolve("out"));
        Files.createDirectories(parts.resolve("1-1"));
        Files.writeString(parts.resolve("1-1").resolve("7"), "torn");
        Files.writeString(parts.resolve("1-8"), "torn");

        assertThat(run("out", 2).deidentified()).isEqualTo(3);

        assertThat(parts).doesNotExist();
    }

    @Test
    void anOutputThatCannotBeWrittenStopsTheRunAndBlamesNoFile() throws IOException {
        input(6);
        Path obstacle = Deidentifier.partial(folder.resolve("out"));
        Files.writeString(obstacle, "in the way");

        assertThatThrownBy(() -> run("out", 2)).isInstanceOf(UnwritableOutputException.class).hasMessage(obstacle
                + " cannot be written. Make it a folder that this user may write to and run again: what is finished is kept.");

        Files.delete(obstacle);
        assertThat(run("out", 2)).isEqualTo(new FolderRun.Summary(6, 0, 0, Map.of()));
    }

    @Test
    void aFullDiskIsNamed() {
        IOException full = new IOException("No space left on device");

        assertThatThrownBy(() -> UnwritableOutputException.unlessOf(full, folder)).hasMessage("The disk of " + folder
                + " is full. Free some space and run again: what is finished is kept.");
    }

    @Test
    void aFaultOfTheInputBlamesNoFolder() throws IOException {
        IOException input = new IOException("Input/output error");

        assertThat(UnwritableOutputException.unlessOf(input, folder)).isSameAs(input);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatCouldNotBeReadIsTriedAgain() throws IOException {
        input(2);
        run("out", 1);
        Path state = folder.resolve(".out.state");
        List<String> lines = Files.readAllLines(state);
        lines.set(2, "{\"input\":\"1/001.dcm\",\"outcome\":\"failed\",\"output\":null,\"reason\":\"IO IOException\"}");
        Files.write(state, lines);

        assertThat(run("out", 1)).isEqualTo(new FolderRun.Summary(2, 0, 0, Map.of()));
    }

    /** Runs in a process of its own, to be killed. */
    static final class Victim {
        public static void main(String[] arguments) throws IOException {
            FolderRun run = new FolderRun(Made.engine("research"), Path.of(arguments[0]), Path.of(arguments[1]));
            run.prepare();
            System.out.println("ready");
            System.out.flush();
            run.run(2, outcome -> {
            });
        }
    }

    @Test
    void killedAtAnyMomentOnlyWholeFilesAreThereAndASecondRunFinishes() throws Exception {
        input(150);
        run("whole", 2);
        Map<String, Long> whole = content(folder.resolve("whole"));
        Random random = new Random(7);
        int cut = 0;
        for (int round = 0; round < 20; round++) {
            Path out = folder.resolve("out" + round / 5); // each folder is killed five times over
            Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    Victim.class.getName(), folder.resolve("in").toString(), out.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            process.waitFor(random.nextInt(120), TimeUnit.MILLISECONDS);
            cut += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
            for (Map.Entry<String, Long> file : content(out).entrySet()) {
                assertThat(whole).contains(file);
                DicomFile.read(out.resolve(file.getKey())).close();
            }
        }
        assertThat(cut).as("rounds that were cut short").isPositive();
        for (int i = 0; i < 4; i++) {
            assertThat(run("out" + i, 2).deidentified()).isEqualTo(150);
            assertThat(content(folder.resolve("out" + i))).isEqualTo(whole);
        }
    }
}
