package org.imaginghaven.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableCodecTest {

    enum Answer {
        APPROVE, APPROVE_WITH_CONDITIONS
    }

    record Everything(Key key, Answer answer, int count, long big, boolean sure, LocalDate day, Duration span,
            List<Integer> chunks, List<Key> keys, String controller, @Nullable GovernanceText reason) {
    }

    record Needed(Key key, int count) {
    }

    private static final String ALL = """
            {"key":"req-0000000000000001","answer":"approve-with-conditions","count":3,"big":5000000000,"sure":true,
             "day":"2027-06-30","span":"P14D","chunks":[0,1],"keys":["rel-0000000000000001"],"controller":"north",
             "reason":" as agreed ","somethingElse":{"a":1}}""";

    private final VariableCodec codec = new VariableCodec();

    @Test
    void readsEveryTypeThatMayCrossAndLeavesOthersAlone() {
        assertThat(codec.read(ALL, Everything.class)).isEqualTo(new Everything(new Key("req-0000000000000001"),
                Answer.APPROVE_WITH_CONDITIONS, 3, 5_000_000_000L, true, LocalDate.of(2027, 6, 30),
                Duration.ofDays(14), List.of(0, 1), List.of(new Key("rel-0000000000000001")), "north",
                new GovernanceText("as agreed")));
    }

    @Test
    void whatItWritesItReadsBack() throws Exception {
        Everything everything = codec.read(ALL, Everything.class);
        Map<String, Object> variables = codec.write(everything);
        String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(variables);

        assertThat(codec.read(json, Everything.class)).isEqualTo(everything);
        assertThat(variables).containsEntry("answer", "approve-with-conditions").containsEntry("span", "PT336H");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"count\":1} | the variable key is not there",
            "{\"key\":null,\"count\":1} | the variable key is not there",
            "{\"key\":\"Mrs Example\",\"count\":1} | the variable key is not a org.imaginghaven.kernel.Key",
            "{\"key\":\"req-0000000000000001\",\"count\":1.5} | the variable count is not a int",
            "{\"key\":\"req-0000000000000001\",\"count\":\"1\"} | the variable count is not a int",
            "{\"key\":\"req-0000000000000001\",\"count\":99999999999} | the variable count is not a int"})
    void aFaultNamesTheVariableAndNeverItsValue(String json, String message) {
        assertThatThrownBy(() -> codec.read(json, Needed.class)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"null", "'\"\"'", "'\"  \"'"})
    void anEmptyFieldOfAFormIsNoText(String reason) {
        assertThat(codec.read(ALL.replace("\" as agreed \"", reason), Everything.class).reason()).isNull();
    }

    @Test
    void aTextThatIsTooLongIsAFault() {
        assertThatThrownBy(() -> codec.read(ALL.replace("as agreed", "x".repeat(2_001)), Everything.class))
                .hasMessageStartingWith("the variable reason is not a ");
    }

    @Test
    void nothingElseBecomesAVariable() {
        record Leak(java.nio.file.Path path) {
        }

        assertThatThrownBy(() -> codec.write(new Leak(java.nio.file.Path.of("x"))))
                .hasMessageEndingWith("may not become a variable");
    }
}
