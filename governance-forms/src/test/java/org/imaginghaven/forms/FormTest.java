package org.imaginghaven.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules every form keeps: a person can use it with a screen reader, and it lets through only what was asked for. */
class FormTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VERBS = Set.of("ingest", "promote", "request", "approve", "extract", "release",
            "revoke");
    private static final Set<String> QUESTIONS = Set.of("radio", "textarea", "datetime", "checkbox");

    static Stream<Path> forms() throws IOException {
        Path folder = Path.of(System.getProperty("haven.repository", ".."))
                .resolve("governance-forms/src/main/resources/forms");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theFormIsNamedAfterItsFileVerbFirst(Path file) throws IOException {
        JsonNode form = JSON.readTree(file.toFile());
        String id = form.path("id").asText();
        assertThat(file.getFileName()).hasToString(id + ".form");
        assertThat(id).matches("[a-z]+(-[a-z]+)+");
        assertThat(VERBS).contains(id.split("-")[0]);
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Cloud");
        assertThat(form.path("executionPlatformVersion").asText()).startsWith("8.6");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everythingOnItIsKnownAndHasItsOwnName(Path file) throws IOException {
        List<JsonNode> components = components(file);
        assertThat(components).extracting(component -> component.path("id").asText()).doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(components).extracting(component -> component.path("type").asText())
                .allMatch(type -> type.equals("text") || QUESTIONS.contains(type));
        assertThat(questions(file)).extracting(component -> component.path("key").asText())
                .allMatch(key -> key.matches("[a-z]+([A-Z][a-z]+)*")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyQuestionHasALabelAndSaysWhatIsMeant(Path file) throws IOException {
        for (JsonNode question : questions(file)) {
            String label = question.path("type").asText().equals("datetime") ? "dateLabel" : "label";
            assertThat(question.path(label).asText()).as("label of %s", question.path("key")).isNotBlank();
            assertThat(question.path("description").asText()).as("help for %s", question.path("key")).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatDecidesHasToBeAnswered(Path file) throws IOException {
        for (JsonNode question : questions(file)) {
            switch (question.path("type").asText()) {
                case "radio" -> {
                    assertThat(question.path("validate").path("required").asBoolean()).isTrue();
                    assertThat(question.path("values")).as("nothing is chosen beforehand").hasSizeGreaterThan(1);
                    assertThat(question.has("defaultValue")).isFalse();
                    question.path("values").forEach(choice -> {
                        assertThat(choice.path("value").asText()).matches("[a-z]+(-[a-z]+)*");
                        assertThat(choice.path("label").asText()).isNotBlank();
                    });
                }
                case "textarea" -> assertThat(question.path("validate").path("maxLength").asInt())
                        .as("as much as governance text may hold").isEqualTo(2_000);
                case "datetime" -> assertThat(question.path("validate").path("required").asBoolean()).isTrue();
                default -> assertThat(question.has("defaultValue")).as("never ticked beforehand").isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void evidenceIsLinkedAndRefusalsAreExplained(Path file) throws IOException {
        List<String> texts = components(file).stream().map(component -> component.path("text").asText()).toList();
        assertThat(texts.getFirst()).startsWith("## ");
        assertThat(texts).filteredOn(text -> text.contains("]({{evidenceUrl}})")).hasSize(1);
        List<String> conditions = components(file).stream()
                .map(component -> component.path("conditional").path("hide").asText()).toList();
        for (String problem : List.of("separation-of-duties", "not-entitled", "text-identifies")) {
            assertThat(conditions).contains("=not(dutyProblem = \"" + problem + "\")");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aQuestionDependsOnlyOnAnAnswerThatCanBeGiven(Path file) throws IOException {
        List<String> given = new ArrayList<>();
        for (JsonNode question : questions(file)) {
            String condition = question.path("conditional").path("hide").asText();
            if (!condition.isEmpty()) {
                assertThat(given).as("%s hangs on an earlier answer", question.path("key"))
                        .anyMatch(condition::contains);
            }
            question.path("values").forEach(choice -> given
                    .add("%s = \"%s\"".formatted(question.path("key").asText(), choice.path("value").asText())));
        }
    }

    private static List<JsonNode> components(Path file) throws IOException {
        return StreamSupport.stream(JSON.readTree(file.toFile()).path("components").spliterator(), false).toList();
    }

    private static List<JsonNode> questions(Path file) throws IOException {
        Predicate<JsonNode> asks = component -> component.has("key");
        return components(file).stream().filter(asks).toList();
    }
}
