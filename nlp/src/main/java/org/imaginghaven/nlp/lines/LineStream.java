package org.imaginghaven.nlp.lines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Runs a task over lines in parallel and writes the answers in the order of the lines. Only a few lines a thread are in memory.
 *
 * @param threads at least one
 * @param complaints where a line that cannot be used is named
 */
public record LineStream(LineTask task, int threads, PrintStream complaints) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAITING = 8;

    /** How many lines were answered and how many could not be. */
    public record Outcome(long answered, long refused) {
    }

    private record Line(long number, Future<String> answer) {
    }

    /**
     * @param each told the number of lines done so far
     * @throws IOException when reading or writing fails
     */
    public Outcome run(BufferedReader in, Writer out, LongConsumer each) throws IOException {
        Deque<Line> waiting = new ArrayDeque<>();
        long[] counts = new long[2];
        long number = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                number++;
                if (text.isBlank()) {
                    continue;
                }
                String line = text;
                waiting.add(new Line(number, pool.submit(() -> answer(line))));
                if (waiting.size() >= threads * WAITING) {
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

    private String answer(String line) throws JsonProcessingException {
        JsonNode question = JSON.readTree(line);
        if (!question.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
        }
        return JSON.writeValueAsString(task.answer(question));
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
