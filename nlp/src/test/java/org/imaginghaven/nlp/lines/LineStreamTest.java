package org.imaginghaven.nlp.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.imaginghaven.nlp.TextDetectors;
import org.junit.jupiter.api.Test;

class LineStreamTest {

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final StringWriter out = new StringWriter();

    private LineStream.Outcome run(LineTask task, byte[] in) throws IOException {
        return new LineStream(task, 2, new PrintStream(complaints, true, StandardCharsets.UTF_8)).run(
                new ByteArrayInputStream(in), out,
                done -> {
                });
    }

    private LineStream.Outcome run(LineTask task, String in) throws IOException {
        return run(task, in.getBytes(StandardCharsets.UTF_8));
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

    /** What would silently count for nothing, or be left out, is refused: somebody believes that it was looked for. */
    @Test
    void aLineThatSaysMoreThanIsReadIsRefused() throws IOException {
        String in = """
                {"id":1,"text":"a"}{"id":2,"text":"b"}
                {"id":3,"text":"a","text":"b"}
                {"id":4,"text":"xyz Tregarth","known":"Tregarth"}
                {"id":5,"text":"xyz Tregarth","known":["Tregarth"]}
                {"id":6,"text":"xyz Tregarth","known":{"name":["Tregarth"]}}
                {"id":7,"text":"xyz Tregarth","known":null}
                {"id":8,"text":"no. 5550142 x","known":{"ids":[5550142],"names":[null,"Tregarth"]}}
                """;
        assertThat(run(new RedactTask(TextDetectors.standard()), in)).isEqualTo(new LineStream.Outcome(2, 5));
        assertThat(complaints.toString(StandardCharsets.UTF_8)).doesNotContain("Tregarth").contains("line 1: not JSON",
                "line 2: not JSON", "line 3: the field \"known\"", "line 4: the field", "line 5: the field");
        assertThat(out.toString()).contains("\"id\":7").contains("\"kind\":\"PATIENT_ID\"");
    }

    @Test
    void aLineInAnotherEncodingIsRefusedAndAMarkBeforeTheFirstIsNot() throws IOException {
        byte[] first = "\uFEFF{\"id\":1,\"text\":\"Mr Tr\u00e9garth\"}\r\n \r\n".getBytes(StandardCharsets.UTF_8);
        byte[] second = "{\"id\":2,\"text\":\"Mr Tr\u00e9garth\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] in = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, in, first.length, second.length);
        assertThat(run(new RedactTask(TextDetectors.standard()), in)).isEqualTo(new LineStream.Outcome(1, 1));
        assertThat(out.toString()).startsWith("{\"id\":1,\"text\":\"[PATIENT_NAME]\"");
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("line 3: not UTF-8");
    }

    @Test
    void aLineWithoutEndCostsNoMoreThanItself() throws IOException {
        byte[] in = new byte[ByteLines.LONGEST + 100];
        java.util.Arrays.fill(in, (byte) 'a');
        byte[] last = "\n{\"id\":9,\"text\":\"fine\"}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(last, 0, in, in.length - last.length, last.length);
        assertThat(run(new RedactTask(TextDetectors.standard()), in)).isEqualTo(new LineStream.Outcome(1, 1));
        assertThat(complaints.toString(StandardCharsets.UTF_8)).startsWith("line 1: longer than 64 MiB");
    }

    @Test
    void halfASurrogatePairComesOutAsItCameIn() throws IOException {
        run(new RedactTask(TextDetectors.standard()), "{\"id\":1,\"text\":\"\\ud83d caf\u00e9\"}");
        assertThat(out.toString()).containsIgnoringCase("\\ud83d caf");
    }
}
