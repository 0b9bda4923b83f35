package org.imaginghaven.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.dicom.policy.PolicyException;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.rule.RuleException;
import org.imaginghaven.nlp.rule.RuleSet;
import org.imaginghaven.pixels.review.RuleProposal;
import org.imaginghaven.pixels.scan.FileScan;
import org.imaginghaven.pixels.scan.FolderScan;
import org.imaginghaven.pixels.text.PixelTextReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code haven scan}: looks through a folder for what identifies people, without a stack. */
@Command(name = "scan", mixinStandardHelpOptions = true, description = {
        "Finds what identifies people in every DICOM file of a folder: in its tags, in the frames and overlays, and in",
        "encapsulated PDF, RTF, XML (CDA) and plain text documents: their text, scanned pages, pictures, properties, notes,",
        "fields and attached files. What cannot be decoded or is of another type is a finding of its own.",
        "Writes a JSON line for each file: where each finding is and of what kind, never what it says; the last line sums up",
        "by tag and kind and names the rules that decided nothing. Exit 0 when every file could be judged, 3 when some could not."})
final class ScanCommand implements Callable<Integer> {

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "folder to read; it is never changed")
    private @Nullable Path in;

    @Option(names = "--report", required = true, paramLabel = "FILE.jsonl", description = "findings of every file; replaced if there")
    private @Nullable Path report;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "files, and text engines, at a time (default 2)")
    private int threads;

    @Option(names = "--tags-only", description = "leave the pixels out")
    private boolean tagsOnly;

    @Option(names = "--proved", paramLabel = "FILE", description = {
            "pixel rules signed off by promotion: images that one of",
            "them calls clean are not looked at again"})
    private @Nullable Path proved;

    @Option(names = "--propose-rules", paramLabel = "FILE", description = {
            "write rectangle rules for devices that put text at the",
            "same places in many images, for a person to review"})
    private @Nullable Path proposals;

    @Option(names = "--pictures", paramLabel = "DIR", description = {
            "write pictures with the boxes drawn in: one for each",
            "way text is placed in the frames, overlays, pages and",
            "pictures of a file, 8 at most; a line of the report says",
            "which are its own and how many more there are. They show",
            "the text: keep them where the originals are"})
    private @Nullable Path pictures;

    @Option(names = "--rules", paramLabel = "FILE.json", description = {
            "identifiability rules that go after those that come",
            "along; conflicts among them are told before the run"})
    private @Nullable Path rules;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Path input = Objects.requireNonNull(in);
        Path target = Objects.requireNonNull(report);
        try {
            if (!Files.isDirectory(input)) {
                throw new PolicyException("--in " + input + " is no folder");
            }
            if (threads < 1 || threads > 64) {
                throw new PolicyException("--threads must be 1 to 64");
            }
            return run(input, target, err);
        } catch (PolicyException | RuleException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private int run(Path input, Path target, PrintWriter err) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(input)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        TextDetectors detectors = detectors();
        detectors.rules().conflicts().forEach(conflict -> err.println("Conflict: " + conflict));
        RuleProposal proposal = new RuleProposal();
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        FolderScan.Summary summary;
        try (PixelTextReader reader = PixelTextReader.open();
                BufferedWriter out = Files.newBufferedWriter(beside);
                Progress bar = Progress.of("scan", files.size())) {
            FileScan scan = new FileScan(detectors, tagsOnly ? null : reader, proved());
            summary = new FolderScan(scan, input, proposal, pictures).run(files, threads, out, bar::step);
        }
        Files.move(beside, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        if (proposals != null) {
            Files.write(proposals, proposal.lines());
        }
        summary.print(err);
        return summary.unjudged() + summary.unreadable() == 0 ? 0 : 3;
    }

    private TextDetectors detectors() throws IOException {
        if (rules == null) {
            return TextDetectors.standard();
        }
        try (InputStream own = Files.newInputStream(rules)) {
            return TextDetectors.standard().withRules(RuleSet.bundled().and(RuleSet.read(own)));
        }
    }

    private Predicate<Dataset> proved() throws IOException {
        if (proved == null) {
            return header -> false;
        }
        PixelRules rules = PixelRules.parse(Files.readString(proved), String.valueOf(proved.getFileName()));
        return header -> {
            PixelRules.Rule rule = rules.match(header);
            return rule != null && rule.action() instanceof PixelRules.Action.Clean;
        };
    }
}
