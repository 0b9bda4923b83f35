package org.imaginghaven.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeFaultTest {

    @Test
    void saysWhatAndWhereButNeverWithWhich() {
        Exception fault = new IllegalStateException("patient Example",
                new NumberFormatException("For input string: \"4857773456\""));

        assertThat(SafeFault.describe(fault)).contains("IllegalStateException", "because of",
                "NumberFormatException", "SafeFaultTest").doesNotContain("Example", "4857773456");
        assertThat(SafeFault.name(fault)).isEqualTo("IllegalStateException");
    }
}
