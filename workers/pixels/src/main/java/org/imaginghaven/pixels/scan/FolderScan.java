package org.imaginghaven.pixels.scan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.pixels.review.RuleProposal;
import org.imaginghaven.pixels.text.Box;
import org.jspecify.annotations.Nullable;

/** Scans many files, some at a time, and writes a line for each: a file never vanishes from the report. */
public final class FolderScan {

    /** Files handed out before their lines are written: memory does not grow with the folder. */
    private static final int AHEAD = 64;

    /**
     * Counts over a folder.
     *
     * @param files
     *            all of them
     * @param unreadable
     *            no DICOM, or broken
     * @param unjudged
     *            read, but their pixels, overlays or document could not be looked at
     * @param rulesNeverUsed
     *            identifiability rules that decided nothing over these files
     * @param picturesFailed
     *            reviewer's pictures that could not be drawn or written
     */
    public record Summary(int files, int unreadable, int unjudged, Map<String, Integer> byPlaceAndKind,
            Map<String, Integer> byKind, List<String> rulesNeverUsed, int picturesFailed) {

        /** For a person: kinds first, then where they are. */
        public void print(PrintWriter out) {
            out.printf("%d files, %d unreadable, %d with something that could not be looked at%n", files, unreadable,
                    unjudged);
            byKind.forEach((kind, count) -> out.printf("  %-14s %7d%n", kind, count));
            byPlaceAndKind.forEach((place, count) -> out.printf("    %-48s %7d%n", place, count));
            if (picturesFailed > 0) {
                out.printf("  %d pictures could not be drawn or written%n", picturesFailed);
            }
            if (!rulesNeverUsed.isEmpty()) {
                out.printf("  rules that decided nothing: %s%n", String.join(", ", rulesNeverUsed));
            }
            out.flush();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final FileScan scan;
    private final Path root;
    private final RuleProposal proposal;
    private final @Nullable Path pictures;
    private int unreadable;
    private int unjudged;
    private int picturesFailed;
    private final Map<String, Integer> byPlace = new TreeMap<>();
    private final Map<String, Integer> byKind = new TreeMap<>();

    /**
     * @param pictures
     *            folder for reviewer's pictures, in the identifiable zone; null for none
     */
    public FolderScan(FileScan scan, Path root, RuleProposal proposal, @Nullable Path pictures) {
        this.scan = scan;
        this.root = root;
        this.proposal = proposal;
        this.pictures = pictures;
    }

    /**
     * @param step
     *            run after each file
     * @throws IOException
     *             if the report cannot be written
     */
    public Summary run(List<Path> files, int threads, Writer out, Runnable step) throws IOException {
        if (pictures != null) {
            Files.createDirectories(pictures);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<ObjectNode>> ahead = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                int number = i;
                ahead.add(pool.submit(() -> line(file, number)));
                if (ahead.size() >= AHEAD) {
                    write(ahead.removeFirst(), out, step);
                }
            }
            for (Future<ObjectNode> next : ahead) {
                write(next, out, step);
            }
        }
        Summary summary = new Summary(files.size(), unreadable, unjudged, byPlace, byKind,
                scan.rules().neverUsed(), picturesFailed);
        ObjectNode last = JSON.createObjectNode();
        ObjectNode sums = last.putObject("summary");
        sums.put("files", summary.files()).put("unreadable", unreadable).put("unjudged", unjudged);
        sums.set("byKind", JSON.valueToTree(byKind));
        sums.set("byTag", JSON.valueToTree(byPlace));
        sums.put("picturesFailed", picturesFailed);
        sums.set("rulesNeverUsed", JSON.valueToTree(summary.rulesNeverUsed()));
        out.write(JSON.writeValueAsString(last));
        out.write('\n');
        return summary;
    }

    private static void write(Future<ObjectNode> line, Writer out, Runnable step) throws IOException {
        try {
            out.write(JSON.writeValueAsString(line.get()));
            out.write('\n');
            step.run();
        } catch (ExecutionException e) {
            throw new IOException("scan stopped: " + e.getCause().getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("scan was interrupted", e);
        }
    }

    private ObjectNode line(Path file, int number) {
        ObjectNode line = JSON.createObjectNode();
        line.put("input", root.relativize(file).toString());
        try {
            FileScan.Result result = scan.scan(file);
            line.put("outcome", result.outcome()).put("reason", result.reason()).put("frames", result.frames());
            ArrayNode findings = line.putArray("findings");
            result.findings().forEach(finding -> findings.add(json(finding)));
            count(result);
            if (pictures != null) {
                FilePictures.Drawn drawn = FilePictures.draw(file, result.findings(), pictures, number);
                addFailed(drawn.failed());
                ArrayNode names = line.putArray("pictures");
                drawn.names().forEach(names::add);
                line.put("morePictures", drawn.more()).put("picturesFailed", drawn.failed());
            }
        } catch (DicomException e) {
            line.put("outcome", "unreadable").put("reason", e.kind().name()).put("frames", 0).putArray("findings");
            addUnreadable();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // what one file asks for must not end the scan of the others
            line.put("outcome", "unreadable").put("reason", e.getClass().getSimpleName()).put("frames", 0)
                    .putArray("findings");
            addUnreadable();
        }
        return line;
    }

    private synchronized void addUnreadable() {
        unreadable++;
    }

    private synchronized void addFailed(int failed) {
        picturesFailed += failed;
    }

    private synchronized void count(FileScan.Result result) {
        if (result.outcome().equals("unjudged")) {
            unjudged++;
        }
        for (ScanFinding finding : result.findings()) {
            byPlace.merge(finding.place() + " " + finding.kind(), 1, Integer::sum);
            byKind.merge(finding.kind(), 1, Integer::sum);
        }
        if (result.type() != null && result.outcome().equals("scanned")) {
            proposal.add(result.type(), result.rows(), result.columns(), boxes(result.findings()));
        }
    }

    private static List<Box> boxes(List<ScanFinding> findings) {
        List<Box> boxes = new ArrayList<>();
        for (ScanFinding finding : findings) {
            if (finding instanceof ScanFinding.InPixels in && in.place().equals("pixels")) {
                boxes.add(in.box());
            }
        }
        return boxes;
    }

    private static ObjectNode json(ScanFinding finding) {
        ObjectNode node = JSON.createObjectNode();
        switch (finding) {
            case ScanFinding.InTag in -> node.put("where", "tag").put("path", in.path()).put("tag", in.keyword())
                    .put("kind", in.kind()).put("start", in.start()).put("end", in.end())
                    .put("rule", in.rule()).put("confidence", rounded(in.confidence()));
            case ScanFinding.InPixels in -> {
                node.put("where", in.place()).put("frame", in.frame()).put("kind", in.kind()).put("read", in.read())
                        .put("confidence", rounded(in.confidence()));
                Box box = in.box();
                node.putArray("box").add(box.x()).add(box.y()).add(box.width()).add(box.height());
            }
            case ScanFinding.InDocument in ->
                node.put("where", "document").put("part", in.part()).put("kind", in.kind())
                        .put("start", in.start()).put("end", in.end()).put("rule", in.rule())
                        .put("confidence", rounded(in.confidence()));
            case ScanFinding.Undecoded in -> node.put("where", in.place()).put("kind", in.kind()).put("reason",
                    in.reason());
        }
        return node;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
