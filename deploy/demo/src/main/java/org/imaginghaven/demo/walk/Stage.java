package org.imaginghaven.demo.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.jspecify.annotations.Nullable;

/**
 * What every step of the walk works with: the running stack, the pages, the people and the report.
 *
 * @param folder folder of this run: the archive and what was planted in it
 */
record Stage(LocalStack stack, HavenApi app, HavenApi search, EngineRecords engine, Desk desk, Truth truth, Path folder,
        DemoReport report, Consumer<String> out) {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    static Stage of(LocalStack stack, Path folder, Truth truth, Consumer<String> out) {
        EngineRecords engine = new EngineRecords(new Indices(URI.create(stack.ports().address(Part.OPENSEARCH))));
        Passwords passwords = new Passwords(stack.people());
        return new Stage(stack, new HavenApi(URI.create(stack.ports().address(Part.APP)), passwords),
                new HavenApi(URI.create(stack.ports().address(Part.SEARCH)), passwords), engine,
                new Desk(stack.ports().address(Part.WEBAPPS), passwords, engine), truth, folder, new DemoReport(), out);
    }

    /** Notes and prints what one verb came to. */
    void done(String verb, @Nullable String process, List<Long> instances, String state, long startedNanos,
            String words) {
        double seconds = Math.round((System.nanoTime() - startedNanos) / 1e7) / 100.0;
        report.add(new DemoReport.Verb(verb, process, instances, state, seconds));
        out.accept(String.format(Locale.ROOT, "  %-8s %6.1f s  %s", verb, seconds, words));
    }

    static long number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isNumber()) {
            throw new DemoFailure("an answer holds no number " + field, null);
        }
        return value.asLong();
    }

    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw new DemoFailure("an answer holds no text " + field, null);
        }
        return value.asText();
    }
}
