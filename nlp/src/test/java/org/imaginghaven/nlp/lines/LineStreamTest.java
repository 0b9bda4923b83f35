package org.imaginghaven.nlp.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.imaginghaven.nlp.TextDetectors;
import org.junit.jupiter.api.Test;

class LineStreamTest {

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final StringWriter out = new StringWriter();

    private LineStream.Outcome run(LineTask task, String in) throws IOException {
        return new LineStream(task, 2, new PrintStream(complaints, true, StandardCharsets.UTF_8)).run(
                new BufferedReader(new StringReader(in)), out,
                done -> {
                });
    }

    @Test
    void answersKeepTheOrderOfTheLines() throws IOException {
        String in = IntStream.range(0, 200)
                .mapToObj(i -> "{\"id\":" + i + ",\"text\":\"" + "Normal. ".repeat(i % 7) + "\"}")
                .collect(Collectors.joining("\n"));
        assertThat(run(new RedactTask(TextDetectors.standard()), in)).isEqualTo(new LineStream.Outcome(200, 0));
        String[] lines = out.toString().split("\n");
        for (int i = 0; i < lines.length; i++) {
            assertThat(lines[i]).startsWith("{\"id\":" + i + ",");
        }
    }

    @Test
    void aBadLineIsNamedWithoutItsContentAndTheRestGoesOn() throws IOException {
        String in = "{\"id\":\"a\",\"text\":\"Mrs Garvock\"}\n{\"id\":\"b\",\"text\":\"Garvock\n[1]\n{\"id\":\"c\",\"txt\":\"Garvock\"}\n\n"
                + "{\"id\":\"d\",\"text\":\"x\",\"known\":{\"names\":\"Garvock\"}}\n{\"id\":\"e\",\"text\":\"fine\"}\n";
        assertThat(run(new RedactTask(TextDetectors.standard()), in)).isEqualTo(new LineStream.Outcome(2, 4));
        assertThat(out.toString()).contains("\"kind\":\"PATIENT_NAME\"").contains("\"id\":\"e\"");
        assertThat(complaints.toString(StandardCharsets.UTF_8)).doesNotContain("Garvock").contains("line 2: not JSON",
                "line 3: not a JSON object",
                "line 4: the field \"text\" is missing or no text", "line 6: the field \"names\" is no list");
    }

    @Test
    void annotateSaysHowATextStandsToAPhrase() throws IOException {
        run(AnnotateTask.standard(), "{\"id\":1,\"text\":\"No pneumonia.\",\"targets\":[\"pneumonia\",\"gout\"]}");
        assertThat(out.toString()).startsWith(
                "{\"id\":1,\"targets\":[{\"text\":\"pneumonia\",\"assertion\":\"absent\",\"time\":\"current\",\"experiencer\":\"patient\"")
                .contains("{\"text\":\"gout\",\"assertion\":null").contains("\"concept\":\"pneumonia\"");
    }
}
