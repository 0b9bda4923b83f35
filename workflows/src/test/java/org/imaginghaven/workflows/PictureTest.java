package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws every process into {@code workflows/target/pictures}. The copies in {@code workflows/pictures}, which the README
 * shows, have to be the same: after a model was changed, copy them over.
 */
class PictureTest {

    static Stream<String> processes() {
        return Bpmns.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void thePictureInTheReadmeIsOfTheModelThatIsShipped(String process) throws IOException {
        String drawn = Picture.of(process);
        Path target = Models.drawn().resolve(process + ".svg");
        Files.createDirectories(target.getParent());
        Files.writeString(target, drawn);
        Path shown = Models.pictures().resolve(process + ".svg");
        assertThat(shown).as("copy %s to workflows/pictures", target).exists();
        assertThat(Files.readString(shown))
                .as("the model changed: copy workflows/target/pictures to workflows/pictures")
                .isEqualTo(drawn);
    }

    @Test
    void noPictureIsLeftOfAProcessThatIsGone() throws IOException {
        try (Stream<Path> pictures = Files.list(Models.pictures())) {
            assertThat(pictures.map(file -> file.getFileName().toString().replace(".svg", "")))
                    .containsExactlyInAnyOrderElementsOf(Bpmns.all().keySet());
        }
    }
}
