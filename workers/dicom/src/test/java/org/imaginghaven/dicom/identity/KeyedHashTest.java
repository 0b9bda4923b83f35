package org.imaginghaven.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    /** The second case of RFC 4231. */
    @Test
    void isTheHashOfTheStandard() {
        byte[] hash = new KeyedHash("Jefe".getBytes(StandardCharsets.US_ASCII))
                .of("what do ya want ".getBytes(StandardCharsets.US_ASCII),
                        "for nothing?".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void isWhatJavaMakesOfTheSame() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] key = new byte[1 + random.nextInt(64)];
            byte[] text = new byte[random.nextInt(200)];
            random.nextBytes(key);
            random.nextBytes(text);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            assertThat(new KeyedHash(key).of(text)).isEqualTo(mac.doFinal(text));
        }
    }
}
