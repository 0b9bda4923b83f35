package org.imaginghaven.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GovernanceTextTest {

    @Test
    void trimsAndKeepsLines() {
        assertThat(new GovernanceText("  only for lung cancer\r\nuntil June ").value())
                .isEqualTo("only for lung cancer\nuntil June");
    }

    @Test
    void saysHowLongATextMayBeWithoutRepeatingIt() {
        assertThatThrownBy(() -> new GovernanceText("x".repeat(2_001)))
                .hasMessage("a governance text has at most 2000 characters, this one has 2001");
    }

    @Test
    void blankAndControlCharactersAreRefused() {
        assertThatThrownBy(() -> new GovernanceText(" \n ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GovernanceText("a\u0000b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowsItselfInALog() {
        assertThat(new GovernanceText("Mrs Example asked").toString()).isEqualTo("GovernanceText[17 characters]");
    }
}
