package org.imaginghaven.nlp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Assertion, time, whose, side and change of single findings, sentence by sentence. */
class LabelledMentionsTest {

    private final ReportReader reader = new ReportReader();

    @TestFactory
    Stream<DynamicTest> everyFindingStandsAsItWasLabelled() throws java.io.IOException {
        String all;
        try (java.io.InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("labelled-mentions.txt"))) {
            all = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        return all.lines().filter(line -> !line.startsWith("#"))
                .map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
    }

    private void check(String line) {
        String[] fields = line.split(" ; ", 6);
        String marked = fields[5];
        int start = marked.indexOf("[[");
        Mention mention = reader.read(marked.replace("[[", "").replace("]]", "")).mentions().stream()
                .filter(read -> read.start() == start).findFirst().orElseThrow();
        assertThat(List.of(Standing.word(mention.standing().assertion()), Standing.word(mention.standing().time()),
                Standing.word(mention.standing().experiencer()), mention.side().orElse("-"),
                mention.change().orElse("-")))
                .as(mention.rule()).isEqualTo(List.of(fields).subList(0, 5));
    }
}
