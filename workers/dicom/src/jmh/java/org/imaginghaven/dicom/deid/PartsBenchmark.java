package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.imaginghaven.dicom.CharacterSets;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomJson;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TagSet;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.identity.ProjectIdentity;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.dicom.policy.Rule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What the inner parts cost for one CT slice of about a hundred elements and 0.5 MB, in microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PartsBenchmark {

    private final ProjectKey key = ProjectKey.random();
    private final Policy policy = Policy.bundled("basic");
    private final ProjectIdentity identity = new ProjectIdentity(key);
    private final DicomWriter writer = new DicomWriter();
    private final DicomJson json = new DicomJson();
    private final Proof.Buffers buffers = Proof.Buffers.make();
    private final Repeats repeats = new Repeats();
    private Path folder = Path.of("");
    private Path file = folder;
    private Path output = folder;
    private byte[] bytes = {};
    private byte[] header = {};
    private Dataset dataset = Dataset.builder().build();
    private Dataset rewritten = dataset;
    private Guard guard = guardOf(dataset);
    private Sweep sweep = guard.sweep(CharacterSets.ASCII);

    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("jmh");
        file = folder.resolve("slice.dcm");
        output = folder.resolve("out.dcm");
        DicomWriter.write(file, slice(), TransferSyntax.EXPLICIT_LE);
        bytes = Files.readAllBytes(file);
        header = java.util.Arrays.copyOf(bytes, bytes.length - 512 * 512 * 2);
        dataset = DicomFile.read(bytes).dataset();
        guard = guardOf(dataset);
        sweep = guard.sweep(CharacterSets.ASCII);
        var parts = Deidentifier.Parts.of(policy, key).assumingCleanPixels(true);
        rewritten = new Claims(parts).complete(rewriter(repeats).rewrite(), dataset, dataset, "HPSEUDONYM", null);
        writeOutput();
    }

    @TearDown
    public void remove() throws IOException {
        for (Path path : List.of(file, output, folder)) {
            Files.delete(path);
        }
    }

    private static Guard guardOf(Dataset of) {
        return new Guard(KnownIdentifiers.of(of), VocabularyCleaner.bundled());
    }

    private static Dataset slice() {
        DatasetBuilder made = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2")
                .set("SOPInstanceUID", "1.2.826.0.1.1").set("StudyInstanceUID", "1.2.826.0.1.2")
                .set("SeriesInstanceUID", "1.2.826.0.1.3").set("Modality", "CT").set("Manufacturer", "ACME Scanners")
                .set("PatientName", "Quillfeather^Ottoline").set("PatientID", "4711 0815")
                .set("PatientBirthDate", "19610826").set("StudyDescription", "CT thorax").set("StudyDate", "20200131");
        for (int i = 0; i < 60; i++) {
            made.set(0x00189300 + i, Vr.DS, "12.5", "" + i);
        }
        return made.item("RequestAttributesSequence", item -> item.set("RequestedProcedureID", "R1"))
                .setPrivate(0x0019, "SIEMENS CT VA0  COAD", 0x90, Vr.DS, "0").set("Rows", 512).set("Columns", 512)
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[512 * 512 * 2]).build();
    }

    private Rewriter rewriter(Repeats memory) {
        return new Rewriter(policy, identity, "HPSEUDONYM", -100, guard, VocabularyCleaner.bundled(), memory,
                TagSet.of(new int[0]), dataset, null);
    }

    @Benchmark
    public Dataset parse() throws IOException {
        try (DicomFile read = DicomFile.read(file)) {
            return read.dataset();
        }
    }

    @Benchmark
    public void decide(Blackhole hole) {
        for (Element element : dataset) {
            Rule rule = Tag.isPrivate(element.tag())
                    ? policy.privateRule(element.tag(), element.vr(), "SIEMENS CT VA0  COAD")
                    : policy.rule(element.tag(), element.vr(), 0, dataset);
            hole.consume(rule);
        }
    }

    @Benchmark
    public List<Element> rewriteFirst() {
        return rewriter(new Repeats()).rewrite();
    }

    @Benchmark
    public List<Element> rewriteRepeated() {
        return rewriter(repeats).rewrite();
    }

    @Benchmark
    public Guard knownIdentifiers() {
        return guardOf(dataset);
    }

    @Benchmark
    public boolean searchOfTheHeader() {
        return sweep.finds(header, 132, header.length - 132, 99);
    }

    @Benchmark
    public void write() throws IOException {
        writeOutput();
    }

    private void writeOutput() throws IOException {
        try (DicomFile source = DicomFile.read(file);
                var target = java.nio.channels.FileChannel.open(output, java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE)) {
            writer.file(target, DicomWriter.meta(rewritten, TransferSyntax.EXPLICIT_LE), rewritten,
                    TransferSyntax.EXPLICIT_LE, source);
        }
    }

    @Benchmark
    public void proof() throws IOException {
        try (DicomFile source = DicomFile.read(file)) {
            new Proof(policy, dataset, sweep, source, rewritten.get(Tag.PIXEL_DATA), buffers).check(output,
                    TransferSyntax.EXPLICIT_LE);
        } catch (SecondReader.NotProven e) {
            throw new UncheckedIOException(new IOException(e.what()));
        }
    }

    @Benchmark
    public void toJson(Blackhole hole) throws IOException {
        OutputStream stream = Channels.newOutputStream(Channels.newChannel(OutputStream.nullOutputStream()));
        json.write(dataset, stream);
        hole.consume(StandardCharsets.UTF_8);
    }
}
