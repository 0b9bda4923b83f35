package org.imaginghaven.nlp.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Runs a task over lines in parallel and writes the answers in the order of the lines. Only a few lines a thread are in memory.
 *
 * @param threads at least one
 * @param complaints where a line that cannot be used is named
 */
public record LineStream(LineTask task, int threads, PrintStream complaints) {

    /** A second object on a line, or a field that comes twice, would otherwise be left out without a word. */
    private static final ObjectMapper JSON = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxStringLength(ByteLines.LONGEST).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final ObjectWriter ESCAPED = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final int WAITING = 8;
    private static final long MOST_WAITING_BYTES = 1 << 26;

    /** How many lines were answered and how many could not be. */
    public record Outcome(long answered, long refused) {
    }

    private record Line(long number, int bytes, Future<String> answer) {
    }

    /**
     * @param each told the number of lines done so far
     * @throws IOException when reading or writing fails
     */
    public Outcome run(InputStream in, Writer out, LongConsumer each) throws IOException {
        Deque<Line> waiting = new ArrayDeque<>();
        long[] counts = new long[2];
        long number = 0;
        long bytes = 0;
        ByteLines lines = new ByteLines(in);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                number++;
                byte[] held = line;
                if (isBlank(held)) {
                    continue;
                }
                waiting.add(new Line(number, held.length, pool.submit(() -> answer(held))));
                bytes += held.length;
                while (waiting.size() >= threads * WAITING || bytes > MOST_WAITING_BYTES) {
                    bytes -= waiting.element().bytes();
                    write(waiting.remove(), out, counts, each);
                }
            }
            while (!waiting.isEmpty()) {
                write(waiting.remove(), out, counts, each);
            }
        }
        out.flush();
        return new Outcome(counts[0], counts[1]);
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private String answer(byte[] line) throws JsonProcessingException {
        JsonNode question = JSON.readTree(ByteLines.text(line));
        if (!question.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
        }
        ObjectNode answer = task.answer(question);
        String text = JSON.writeValueAsString(answer);
        // half of a surrogate pair can be escaped, but not written
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : ESCAPED.writeValueAsString(answer);
    }

    private void write(Line line, Writer out, long[] counts, LongConsumer each) throws IOException {
        try {
            out.write(line.answer().get() + "\n");
            counts[0]++;
        } catch (ExecutionException failed) {
            counts[1]++;
            complaints.println("line " + line.number() + ": " + reason(failed.getCause()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at line " + line.number(), stop);
        }
        each.accept(counts[0] + counts[1]);
    }

    /** Never the value: a parser's own message quotes what it read. */
    private static String reason(Throwable cause) {
        return switch (cause) {
            case JsonProcessingException broken ->
                "not JSON" + (broken.getLocation() == null ? "" : ", at column " + broken.getLocation().getColumnNr());
            case IllegalArgumentException wrong -> String.valueOf(wrong.getMessage());
            case RuntimeException fault -> "could not be processed (" + fault.getClass().getSimpleName() + ")";
            default -> "could not be processed (" + cause.getClass().getSimpleName() + ")";
        };
    }
}
