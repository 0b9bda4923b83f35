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
import java.util.function.ToDoubleFunction;
import org.imaginghaven.dicom.identity.ProjectKey;

/** Runs whole programs on the same files, in turn, each under GNU time. */
final class DeidBench {

    private static final List<String> ELEMENTS = List.of("(0010,0030)=", "(0008,0050)=", "(0008,0090)=", "(0008,0020)=",
            "(0010,0010)=ANON", "(0010,0020)=ID1");
    private static final List<String> ERASED = List.of("(0010,1040)", "(0010,2154)", "(0008,0080)", "(0008,1010)",
            "(0008,1030)", "(0008,103e)", "(0008,1070)", "(0020,4000)", "(0040,0275)");

    /** One run: seconds of wall clock, seconds of CPU of all its processes, peak memory of the largest in MiB. */
    record Run(double wall, double cpu, double memory) {
    }

    private final Path folder;
    private final int files;
    private final String policy;
    private final String launcher;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    DeidBench(Path folder, int files, String policy) throws IOException {
        this.folder = folder;
        this.files = files;
        this.policy = policy;
        this.launcher = launcher();
        Files.deleteIfExists(folder.resolve("key"));
        ProjectKey.random().write(folder.resolve("key"));
    }

    void round() throws IOException, InterruptedException {
        String in = folder.resolve("in").toString();
        String out = folder.resolve("out").toString();
        measure("cp", List.of("cp", "-r", in, out));
        measure("haven deid, 1 thread", haven(in, out, 1));
        measure("haven deid, 2 threads", haven(in, out, 2));
        if (isInstalled("gdcmanon") && isInstalled("openssl")) {
            certificate();
            measure("gdcmanon -e", List.of("sh", "-c", "mkdir '" + out + "'; gdcmanon -e --continue -c '"
                    + folder.resolve("cert.pem") + "' -r -i '" + in + "' -o '" + out + "'"));
        }
        if (isInstalled("dcmodify")) {
            StringBuilder options = new StringBuilder("dcmodify -q -nb -imt -ep -gst -gse -gin");
            ELEMENTS.forEach(element -> options.append(" -ma '").append(element).append('\''));
            ERASED.forEach(element -> options.append(" -ea '").append(element).append('\''));
            measure("cp, dcmodify", List.of("sh", "-c", "cp -r '" + in + "' '" + out + "'; find '" + out
                    + "' -name '*.dcm' -print0 | xargs -0 " + options));
        }
        if (isInstalled("gdcmdump")) {
            measure("gdcmdump -r", List.of("sh", "-c", "gdcmdump -r '" + in + "' >/dev/null 2>&1"));
        }
        measure("haven dicom json", List.of("sh", "-c", "'" + launcher + "' dicom json '" + in + "' >/dev/null"));
    }

    /** The command as people run it. */
    static String launcher() {
        return Path.of(System.getProperty("haven.repository", "."), "deploy", "haven").toString();
    }

    private List<String> haven(String in, String out, int threads) {
        return List.of(launcher, "deid", "--in", in, "--out", out, "--policy", policy, "--assume-clean-pixels",
                "--threads", Integer.toString(threads), "--project-key", folder.resolve("key").toString(), "--report",
                folder.resolve("report.jsonl").toString());
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private void certificate() throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve("cert.pem"))) {
            new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
                    folder.resolve("key.pem").toString(), "-out", folder.resolve("cert.pem").toString(), "-days", "30",
                    "-subj", "/CN=bench").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor();
        }
    }

    private void measure(String name, List<String> command) throws IOException, InterruptedException {
        BenchCommand.remove(folder.resolve("out"));
        Files.deleteIfExists(folder.resolve(".out.state"));
        new ProcessBuilder("sync").start().waitFor();
        Path times = folder.resolve("times");
        List<String> timed = new ArrayList<>(
                List.of("/usr/bin/time", "-q", "-f", "%e %U %S %M", "-o", times.toString()));
        timed.addAll(command);
        int status = new ProcessBuilder(timed).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()).start().waitFor();
        if (status != 0) {
            throw new IOException(name + " ended with " + status + "; see " + folder.resolve("log"));
        }
        List<String> lines = Files.readAllLines(times);
        String[] numbers = lines.get(lines.size() - 1).split(" ");
        runs.computeIfAbsent(name, none -> new ArrayList<>()).add(new Run(Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]) + Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3]) / 1024));
        BenchCommand.remove(folder.resolve("out"));
    }

    /** A line for each program: medians over the rounds, and of the ratios to cp and gdcmanon in the same round. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-24s%12s%10s%10s%10s%10s%14s", "program", "CPU ms/file", "files/s",
                "peak MiB", "wall/cp", "CPU/cp", "CPU/gdcmanon"));
        runs.forEach((name, all) -> lines.add(String.format(Locale.ROOT, "%-24s%12.3f%10.0f%10.0f%10s%10s%14s", name,
                median(all.stream().mapToDouble(Run::cpu).toArray()) / files * 1000,
                files / median(all.stream().mapToDouble(Run::wall).toArray()),
                median(all.stream().mapToDouble(Run::memory).toArray()), ratio(all, "cp", Run::wall),
                ratio(all, "cp", Run::cpu), ratio(all, "gdcmanon -e", Run::cpu))));
        return lines;
    }

    private String ratio(List<Run> all, String other, ToDoubleFunction<Run> what) {
        List<Run> base = runs.getOrDefault(other, List.of());
        double[] ratios = new double[Math.min(all.size(), base.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = what.applyAsDouble(all.get(i)) / Math.max(0.01, what.applyAsDouble(base.get(i)));
        }
        return ratios.length == 0 ? "-" : String.format(Locale.ROOT, "%.2f", median(ratios));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
}
