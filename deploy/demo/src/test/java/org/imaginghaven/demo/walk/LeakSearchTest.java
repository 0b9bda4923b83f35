package org.imaginghaven.demo.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakSearchTest {

    private final LeakSearch search = new LeakSearch(List.of("Marchbanks", "Zoë Ñuñez", "0101501234"));

    @Test
    void findsAWholeWordWhateverItsCase() {
        assertThat(search.inText("log", "patient MARCHBANKS^ANNA arrived")).singleElement()
                .satisfies(finding -> assertThat(finding.position()).isEqualTo(8));
    }

    @Test
    void leavesAPartOfALongerWordAlone() {
        assertThat(search.inText("log", "Marchbanksia 010150123456 x0101501234")).isEmpty();
    }

    @Test
    void findsANameInEitherEncoding(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("a"), "x Zoë Ñuñez".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("b"), "x Zoë Ñuñez".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(search.inFolder("release", folder)).hasSize(2);
    }

    @Test
    void findsOnceWhatLiesAcrossTwoBlocks(@TempDir Path folder) throws Exception {
        byte[] content = new byte[(1 << 22) + 100];
        Arrays.fill(content, (byte) ' ');
        byte[] name = "Marchbanks".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, content, (1 << 22) - 4, name.length);
        Path file = Files.write(folder.resolve("big"), content);
        assertThat(search.inFile("release", file)).singleElement()
                .satisfies(finding -> assertThat(finding.position()).isEqualTo((1 << 22) - 4));
    }

    @Test
    void doesNotLookForQuestionMarksInPlaceOfJapanese() {
        assertThat(new LeakSearch(List.of("くろさわ")).inText("log", "what ???? is this")).isEmpty();
        assertThat(new LeakSearch(List.of("くろさわ")).inText("log", "is くろさわ here")).hasSize(1);
    }

    @Test
    void findsAnIdentifierInAFileName(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("0101501234.dcm"), "nothing");
        assertThat(search.inFolder("release", folder)).hasSize(1);
    }
}
