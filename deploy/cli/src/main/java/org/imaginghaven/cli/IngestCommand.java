package org.imaginghaven.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.Person;
import org.imaginghaven.local.StackProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a folder to ingest, as a person who may. */
@Command(name = "ingest", mixinStandardHelpOptions = true, description = {
        "Starts the ingest of a folder of DICOM files and follows it.",
        "The folder must lie inside one of the archive roots of the settings (HOME/archive).",
        "Stops following when people are needed; their tasks wait in Tasklist."})
final class IngestCommand implements Callable<Integer> {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int QUIET_ROUNDS = 10;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FOLDER", description = "The batch")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--controller", paramLabel = "CODE", description = "Data controller of files whose folder names none")
    private @Nullable String controller;

    @Option(names = "--user", paramLabel = "NAME", description = "Who starts it (default: ${DEFAULT-VALUE})", defaultValue = "analyst1")
    @SuppressWarnings("NullAway.Init")
    private String user;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = LocalStack.open(home.setup());
        String app = stack.ports().address(Part.APP);
        String sign = sign(stack);
        Map<String, String> body = new HashMap<>(Map.of("folder", folder.toAbsolutePath().normalize().toString()));
        if (controller != null) {
            body.put("defaultController", controller);
        }
        JsonNode started = ask(request(app + "/api/batches", sign).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))).build());
        String key = started.path("batchKey").asText();
        System.out.println("Batch " + key + ", process instance " + started.path("processInstanceKey").asText());
        JsonNode batch = follow(app, key, sign);
        System.out.println(conclusion(batch));
        System.out.println("Its evidence: " + app + "/evidence/batches/" + key + "   Tasks of people: "
                + stack.ports().address(Part.WEBAPPS) + "/tasklist");
        return batch.path("counts").path("stored").asInt() + batch.path("counts").path("duplicate").asInt() > 0 ? 0 : 1;
    }

    /** Prints the counts as they change, until the batch is reported or waits for people. */
    private JsonNode follow(String app, String key, String sign) throws IOException, InterruptedException {
        String last = "";
        JsonNode batch = json.nullNode();
        for (int quiet = 0; quiet < QUIET_ROUNDS && !ended(batch); quiet++) {
            Thread.sleep(EVERY);
            batch = ask(request(app + "/api/batches/" + key, sign).GET().build());
            String line = line(batch);
            if (!line.equals(last)) {
                System.out.println(line);
                last = line;
                quiet = 0;
            }
        }
        return batch;
    }

    private static boolean ended(JsonNode batch) {
        return List.of("REPORTED", "EMPTY", "FOLDER_MISSING").contains(batch.path("state").asText());
    }

    private static String line(JsonNode batch) {
        JsonNode counts = batch.path("counts");
        return "  " + batch.path("state").asText().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                + counts.path("files").asInt() + " files, " + counts.path("stored").asInt() + " stored, "
                + counts.path("duplicate").asInt() + " duplicate, " + counts.path("quarantined").asInt()
                + " quarantined, " + counts.path("rejected").asInt() + " rejected, " + counts.path("pending").asInt()
                + " to do";
    }

    private static String conclusion(JsonNode batch) {
        JsonNode counts = batch.path("counts");
        return switch (batch.path("state").asText()) {
            case "EMPTY" -> "The folder holds no file, so nothing was ingested.";
            case "FOLDER_MISSING" -> "The folder went away before its files could be listed, so nothing was ingested.";
            case "REPORTED" -> (counts.path("stored").asInt() + counts.path("duplicate").asInt() == 0
                    ? "No file of the folder could be stored."
                    : "Every file is accounted for.") + reasons(counts);
            default -> "It goes on without this command, or waits for people." + reasons(counts);
        };
    }

    private static String reasons(JsonNode counts) {
        StringBuilder text = new StringBuilder();
        counts.path("reasons").forEachEntry((reason, files) -> text.append(text.isEmpty() ? " Set aside: " : ", ")
                .append(files.asInt()).append(' ').append(reason));
        return text.isEmpty() ? "" : text.append('.').toString();
    }

    private String sign(LocalStack stack) {
        Person person = stack.people().people().stream().filter(p -> p.username().equals(user)).findFirst()
                .orElseThrow(() -> new StackProblem("There is no " + user + " in " + home.path() + "/people.yaml."));
        String pair = user + ":" + person.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(String address, String sign) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60)).header("Authorization",
                sign);
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw new StackProblem("The workers do not answer. Start them with \"deploy/haven up\", then try again.",
                    away);
        }
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw new StackProblem(user + " may not start an ingest: it takes somebody in group deid-analyst.");
        }
        JsonNode answer = json.readTree(response.body().length == 0
                ? "{}".getBytes(StandardCharsets.UTF_8)
                : response.body());
        if (response.statusCode() >= 300) {
            throw new StackProblem(answer.path("error").asText("The workers answered " + response.statusCode() + "."));
        }
        return answer;
    }
}
