package org.imaginghaven.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.imaginghaven.dicom.deid.Deidentifier;
import org.imaginghaven.dicom.deid.FolderRun;
import org.imaginghaven.dicom.deid.Outcome;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.identity.SubjectSource;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.dicom.policy.PolicyException;
import org.imaginghaven.pixels.decode.KeptCodecs;
import org.imaginghaven.pixels.text.BlankingTextFinder;
import org.imaginghaven.pixels.text.PixelTextReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code haven deid}: de-identifies a folder, without a stack. */
final class DeidCommand implements Callable<Integer> {

    private final CommandSpec spec = Declared.command("deid", this, "De-identifies every DICOM file of a folder.",
            "Each file is rewritten, read again and checked before it appears in the output folder; a file that nobody can vouch",
            "for is held back with its reason. A run that was stopped goes on where it was. Exit 0 when every file has an outcome.");

    private String policy = "";
    private @Nullable Path key;
    private int threads;
    private @Nullable Path report;
    private @Nullable Path mapping;
    private @Nullable Path pixelRules;
    private boolean assumeCleanPixels;
    private final CarefulCleaner cleaner = new CarefulCleaner();

    private DeidCommand() {
        spec.addOption(path("--in", "DIR", "folder to read; it is never changed").required(true).build());
        spec.addOption(path("--out", "DIR", "empty folder, or that of a stopped run").required(true).build());
        spec.addOption(OptionSpec.builder("--policy").required(true).type(String.class).paramLabel("NAME|FILE")
                .description("basic, research or a policy file").build());
        spec.addOption(path("--project-key", "FILE", "made by: haven key new").required(true).build());
        spec.addOption(OptionSpec.builder("--threads").type(Integer.class).defaultValue("2").paramLabel("N")
                .description("files at a time (default 2)").build());
        spec.addOption(path("--report", "FILE.jsonl", "outcome of every file (default: OUT.report.jsonl)").build());
        spec.addOption(path("--mapping", "FILE", "lines PATIENTID,SUBJECT or ISSUER,PATIENTID,SUBJECT:",
                "ids of one person share a subject; others are held back;",
                "a blank PatientID is named by its StudyInstanceUID").build());
        spec.addOption(path("--pixel-rules", "FILE", "rules that go before those that come along").build());
        spec.addOption(OptionSpec.builder("--assume-clean-pixels").type(Boolean.class).defaultValue("false")
                .description("measure headers alone: no pixel is looked at, and outputs say",
                        "PatientIdentityRemoved NO")
                .build());
    }

    static CommandSpec spec() {
        return new DeidCommand().spec;
    }

    private static OptionSpec.Builder path(String name, String label, String... description) {
        return OptionSpec.builder(name).type(Path.class).paramLabel(label).description(description);
    }

    private <T> @Nullable T given(String option) {
        return spec.findOption(option).getValue();
    }

    private <T> T value(String option) {
        return java.util.Objects.requireNonNull(this.<T>given(option));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        policy = value("--policy");
        key = given("--project-key");
        threads = value("--threads");
        report = given("--report");
        mapping = given("--mapping");
        pixelRules = given("--pixel-rules");
        assumeCleanPixels = value("--assume-clean-pixels");
        try {
            Path input = value("--in");
            Path output = value("--out");
            return run(input, output, err);
        } catch (PolicyException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private int run(Path input, Path output, PrintWriter err) throws IOException {
        if (threads < 1 || threads > 256) {
            throw new PolicyException("--threads must be 1 to 256");
        }
        if (assumeCleanPixels) {
            return run(new FolderRun(new Deidentifier(parts()), input, output), output, err);
        }
        try (PixelTextReader reader = PixelTextReader.open()) {
            Deidentifier.Parts parts = parts().withDecoder(new KeptCodecs()).withFinder(new BlankingTextFinder(reader));
            return run(new FolderRun(new Deidentifier(parts), input, output), output, err);
        }
    }

    private int run(FolderRun run, Path output, PrintWriter err) throws IOException {
        int files = run.prepare();
        if (assumeCleanPixels) {
            err.println("Pixels are not looked at: the outputs say PatientIdentityRemoved NO.");
        }
        FolderRun.Summary summary;
        try (Progress bar = Progress.of("deid", files)) {
            Consumer<Outcome> step = outcome -> bar.step();
            bar.resume(run.finishedBefore());
            summary = run.run(threads, step);
        }
        Path target = report == null
                ? output.toAbsolutePath().normalize()
                        .resolveSibling(output.toAbsolutePath().normalize().getFileName() + ".report.jsonl")
                : report;
        run.report(target);
        err.println(summary.files() + " files: " + summary.deidentified() + " de-identified, " + summary.quarantined()
                + " quarantined, " + summary.failed() + " failed"
                + (assumeCleanPixels ? " (clean pixels assumed)" : ""));
        summary.reasons().forEach((reason, count) -> err.printf("  %6d %s%n", count, reason));
        if (!cleaner.rulesNeverUsed().isEmpty()) {
            err.println("  rules that decided nothing: " + String.join(", ", cleaner.rulesNeverUsed()));
        }
        return summary.files() == files ? 0 : 1;
    }

    private Deidentifier.Parts parts() throws IOException {
        boolean named = policy.matches("[a-z][a-z0-9-]*") && !Files.isRegularFile(Path.of(policy));
        Policy loaded = named ? Policy.bundled(policy) : Policy.read(Path.of(policy));
        Deidentifier.Parts parts = Deidentifier.Parts.of(loaded, readKey()).withCleaner(cleaner)
                .assumingCleanPixels(assumeCleanPixels);
        if (mapping != null) {
            parts = parts.withSubjects(SubjectSource.mapping(readMapping(mapping)));
        }
        if (pixelRules != null) {
            PixelRules own = PixelRules.parse(Files.readString(pixelRules), String.valueOf(pixelRules.getFileName()));
            parts = parts.withPixelRules(own.before(PixelRules.bundled()));
        }
        return parts;
    }

    private ProjectKey readKey() {
        try {
            return ProjectKey.read(java.util.Objects.requireNonNull(key));
        } catch (IOException e) {
            throw new PolicyException(
                    "the project key " + key + " cannot be read; make one with: haven key new --out FILE");
        }
    }

    private static Map<String, String> readMapping(Path file) throws IOException {
        Map<String, String> subjects = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.split(",", -1);
                if (cells.length < 2 || cells.length > 3 || cells[cells.length - 1].isBlank()
                        || cells[cells.length - 2].isBlank()) {
                    throw new PolicyException(String.valueOf(file.getFileName()), number,
                            "a line has PATIENTID,SUBJECT or ISSUER,PATIENTID,SUBJECT");
                }
                String id = SubjectSource.normal(cells[cells.length - 2]);
                subjects.put(cells.length == 3 ? SubjectSource.normal(cells[0]) + "|" + id : id,
                        cells[cells.length - 1].strip());
            }
        }
        return subjects;
    }
}
