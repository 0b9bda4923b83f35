package org.imaginghaven.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTest {

    @Test
    void numbersOf128BitsReadAsBigIntegerWritesThem() {
        Random random = new Random(20261125);
        for (int i = 0; i < 5_000; i++) {
            // short ones too, and runs of zeros in the middle
            long high = random.nextLong() >>> random.nextInt(64) & (i % 7 == 0 ? 0 : -1);
            long low = random.nextLong() >>> random.nextInt(64) & (i % 11 == 0 ? 0 : -1);

            assertThat(Decimal.of(new StringBuilder("2.25."), high, low)).isEqualTo("2.25." + number(high, low));
        }
        assertThat(Decimal.of(new StringBuilder(), -1, -1)).isEqualTo(number(-1, -1).toString());
        assertThat(Decimal.of(new StringBuilder(), 0, 1_000_000_000L)).isEqualTo("1000000000");
    }

    private static BigInteger number(long high, long low) {
        return new BigInteger(Long.toUnsignedString(high)).shiftLeft(64).or(new BigInteger(Long.toUnsignedString(low)));
    }
}
