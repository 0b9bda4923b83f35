package org.imaginghaven.nlp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.imaginghaven.nlp.report.Standing.Assertion;
import org.junit.jupiter.api.Test;

/** Reads the labelled reports and compares: the precision people are shown is the one measured here. */
class LabelledReportsTest {

    private record Labelled(String title, String text, Map<String, Assertion> standings) {
    }

    private static final class Tally {
        private int right;
        private int claimed;
        private int labelled;
    }

    private final ReportReader reader = new ReportReader();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Tally> tallies = new TreeMap<>();

    @Test
    void theReportsTheRulesWereMendedWithAreRead() throws IOException {
        compareAll("labelled-reports.txt");
        tallies.forEach((standing, tally) -> {
            assertThat((double) tally.right / tally.claimed).as("%s precision%n%s", standing, wrong)
                    .isGreaterThan(0.9);
            assertThat((double) tally.right / tally.labelled).as("%s recall%n%s", standing, wrong).isGreaterThan(0.9);
        });
    }

    @Test
    void thePrecisionShownIsThePrecisionMeasuredOnReportsHeldOut() throws IOException {
        compareAll("held-out-reports.txt");
        for (Assertion standing : Assertion.values()) {
            String word = standing.name().toLowerCase(Locale.ROOT);
            Tally tally = Objects.requireNonNull(tallies.get(word));
            FindingPrecision.Measured shown = FindingPrecision.measured().of("none", standing);
            assertThat(shown.correct() + " of " + shown.of()).as("%s: recall %d of %d%n%s", word, tally.right,
                    tally.labelled, String.join("\n", wrong)).isEqualTo(tally.right + " of " + tally.claimed);
        }
    }

    private void compareAll(String file) throws IOException {
        for (Labelled report : reports(file)) {
            compare(report);
        }
    }

    private void compare(Labelled report) {
        ReportReader.Report read = reader.read(report.text());
        Map<String, Assertion> claimed = new TreeMap<>();
        read.mentions().stream().filter(Mention::isReported).map(mention -> mention.concept().id())
                .forEach(id -> claimed.put(id, Objects.requireNonNull(read.standings().get(id))));
        claimed.forEach((id, standing) -> {
            boolean right = report.standings().get(id) == standing;
            tally(standing).claimed++;
            tally(standing).right += right ? 1 : 0;
            if (!right) {
                wrong.add(report.title() + ": " + id + " read as " + standing + ", is " + report.standings().get(id));
            }
        });
        report.standings().forEach((id, standing) -> {
            tally(standing).labelled++;
            if (!claimed.containsKey(id)) {
                wrong.add(report.title() + ": " + id + " " + standing + " not read");
            }
        });
    }

    private Tally tally(Assertion standing) {
        return tallies.computeIfAbsent(standing.name().toLowerCase(Locale.ROOT), word -> new Tally());
    }

    private List<Labelled> reports(String file) throws IOException {
        String all;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Labelled> reports = new ArrayList<>();
        for (String part : all.substring(all.indexOf("=== ") + 4).split("\n=== ")) {
            StringBuilder text = new StringBuilder();
            Map<String, Assertion> standings = new TreeMap<>();
            part.lines().skip(1).forEach(line -> {
                Assertion standing = line.startsWith("P: ")
                        ? Assertion.PRESENT
                        : line.startsWith("A: ")
                                ? Assertion.ABSENT
                                : line.startsWith("U: ") ? Assertion.UNCERTAIN : null;
                if (standing == null) {
                    text.append(line).append('\n');
                } else {
                    for (String id : line.substring(3).split(", ")) {
                        standings.put(reader.lexicon().concept(id).id(), standing);
                    }
                }
            });
            reports.add(new Labelled(part.lines().findFirst().orElse(""), text.toString(), standings));
        }
        return reports;
    }
}
