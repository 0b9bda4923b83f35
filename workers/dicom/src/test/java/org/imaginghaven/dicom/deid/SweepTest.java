package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final String SIGNS = "abcde12.";

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean finds(String text, String... tokens) {
        byte[] around = latin("zz" + text + "zz");
        return new Sweep(java.util.Arrays.stream(tokens).map(SweepTest::latin).toList(), List.of()).finds(around, 2,
                text.length(),
                4);
    }

    @Test
    void findsATokenWhereverItStandsInWhateverCase() {
        assertThat(finds("penrosehall", "penrose")).isTrue();
        assertThat(finds("at PenRose", "penrose")).isTrue();
        assertThat(finds("penros", "penrose")).isFalse();
        assertThat(finds("", "penrose")).isFalse();
    }

    @Test
    void findsCapitalsBesideSignsThatAreNoAscii() {
        assertThat(finds("DR JÄRVINEN", "JÄRVINEN")).isTrue();
        assertThat(finds("dr jÄrvinen", "JÄRVINEN")).isTrue();
    }

    @Test
    void shortTokensAreWholeWordsAndShortNumbersWholeNumbers() {
        assertThat(finds("ruth", "ruth")).isTrue();
        assertThat(finds("truth", "ruth")).isFalse();
        assertThat(finds("x123456y", "123456")).isTrue();
        assertThat(finds("9123456", "123456")).isFalse();
    }

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(5);
        int found = 0;
        for (int round = 0; round < 4000; round++) {
            List<byte[]> tokens = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String token = text(random, 8 + random.nextInt(3));
                texts.add(token);
                tokens.add(latin(token));
            }
            String token = texts.get(random.nextInt(6));
            String text = text(random, random.nextInt(20)) + token.substring(0, token.length() - random.nextInt(2))
                    + text(random, random.nextInt(20));
            String given = random.nextBoolean() ? text : text.toUpperCase(Locale.ROOT);
            boolean expected = texts.stream().anyMatch(text::contains);
            assertThat(new Sweep(tokens, List.of()).finds(latin(given), 0, given.length(), 4)).isEqualTo(expected);
            found += expected ? 1 : 0;
        }
        assertThat(found).isBetween(1000, 3900);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
