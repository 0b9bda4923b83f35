package org.imaginghaven.nlp.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.imaginghaven.nlp.detect.PhraseFile.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseFileTest {

    @Test
    void rulesComeInOrderWithTheirListsFilledIn() {
        List<Phrase> rules = PhraseFile.read("phrases-good.json", Map.of());
        assertThat(rules).extracting(Phrase::name).containsExactly("on-shift", "yawns");
        assertThat(rules.getFirst().holds("Seen on the rota: [[Quorrie]]")).isTrue();
        assertThat(rules.getFirst().holds("Seen on the rota [[Quorrie]]")).isFalse();
        assertThat(rules.getLast().holds("[[Quorrie]] yawned")).isTrue();
        assertThat(rules.getLast().holds("[[Quorrie]] woke")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"phrases-misses.json, must", "phrases-greedy.json, mustNot", "phrases-later.json, not above",
            "phrases-bare.json, mustNot", "phrases-none.json, class path"})
    void aFileThatFailsItsOwnExamplesIsNotLoaded(String file, String reason) {
        assertThatThrownBy(() -> PhraseFile.read(file, Map.of())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file).hasMessageContaining(reason);
    }
}
