package org.imaginghaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs {@code haven scan} and the plain tesseract program on the same frames, in turn, each under GNU time. */
final class ScanBench {

    private static final String PLAIN = "tesseract, one run a frame";

    /** One run: seconds of wall clock, seconds of CPU of all its processes, peak memory of the largest in MiB. */
    private record Run(double wall, double cpu, double memory) {
    }

    private final Path folder;
    private final int frames;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    /** @param folder
     *            holds {@code in} with files and {@code pictures} with the same frames */
    ScanBench(Path folder, List<Path> pictures) throws IOException {
        this.folder = folder;
        this.frames = pictures.size();
        Files.write(folder.resolve("list"), pictures.stream().map(Path::toString).toList());
    }

    void round() throws IOException, InterruptedException {
        String list = folder.resolve("list").toString();
        String out = folder.resolve("text").toString();
        measure(PLAIN, List.of("sh", "-c", "while read -r f; do tesseract \"$f\" '" + out + "' --psm 11; done <'"
                + list + "'"));
        measure("haven scan", scan());
        measure("tesseract, one run for all", List.of("tesseract", list, out, "--psm", "11"));
        measure("haven scan --tags-only", scan("--tags-only"));
    }

    private List<String> scan(String... more) {
        List<String> command = new ArrayList<>(List.of(DeidBench.launcher(), "scan", "--in",
                folder.resolve("in").toString(), "--report", folder.resolve("report.jsonl").toString(), "--threads",
                "1"));
        command.addAll(List.of(more));
        return command;
    }

    private void measure(String name, List<String> command) throws IOException, InterruptedException {
        Path times = folder.resolve("times");
        List<String> timed = new ArrayList<>(
                List.of("/usr/bin/time", "-q", "-f", "%e %U %S %M", "-o", times.toString()));
        timed.addAll(command);
        ProcessBuilder process = new ProcessBuilder(timed).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        process.environment().put("OMP_THREAD_LIMIT", "1");
        int status = process.start().waitFor();
        if (status != 0) {
            throw new IOException(name + " ended with " + status + "; see " + folder.resolve("log"));
        }
        List<String> lines = Files.readAllLines(times);
        double[] n = Arrays.stream(lines.get(lines.size() - 1).split(" ")).mapToDouble(Double::parseDouble).toArray();
        runs.computeIfAbsent(name, none -> new ArrayList<>()).add(new Run(n[0], n[1] + n[2], n[3] / 1024));
    }

    /** A line for each program: medians over the rounds, and the ratio of CPU to plain tesseract in the same round. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-28s%14s%14s%10s%16s", "program", "CPU ms/frame", "wall ms/frame",
                "peak MiB", "CPU/tesseract"));
        List<Run> base = runs.getOrDefault(PLAIN, List.of());
        runs.forEach((name, all) -> {
            double[] ratios = new double[all.size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = all.get(i).cpu() / Math.max(0.01, base.get(i).cpu());
            }
            lines.add(String.format(Locale.ROOT, "%-28s%14.0f%14.0f%10.0f%16.2f", name,
                    median(all.stream().mapToDouble(Run::cpu).toArray()) / frames * 1000,
                    median(all.stream().mapToDouble(Run::wall).toArray()) / frames * 1000,
                    median(all.stream().mapToDouble(Run::memory).toArray()), median(ratios)));
        });
        return lines;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
}
