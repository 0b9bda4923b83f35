package org.imaginghaven.nlp.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckedNumbersTest {

    @Test
    void nhsNumberNeedsItsCheckDigit() {
        assertThat(CheckedNumbers.isNhs("943 476 5919")).isTrue();
        assertThat(CheckedNumbers.isNhs("943 476 5918")).isFalse();
        assertThat(CheckedNumbers.isNhs("0000000000")).isFalse();
        assertThat(CheckedNumbers.isNhs("94347659")).isFalse();
    }

    @Test
    void chiNeedsADateToo() {
        for (int last = 0; last < 10; last++) {
            String number = "010152123" + last;
            assertThat(CheckedNumbers.isChi(number)).isEqualTo(CheckedNumbers.isNhs(number));
        }
        assertThat(CheckedNumbers.isChi("943 476 5919")).isFalse();
        assertThat(CheckedNumbers.startsWithDate("3102521234")).isFalse();
        assertThat(CheckedNumbers.startsWithDate("2902521234")).isTrue();
    }
}
