package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomeOptionTest {

    @Test
    void theHomeFolderLiesWhereTheShellSaysHomeIs() {
        assertThat(HomeOption.standard("/srv/people/ann")).isEqualTo(Path.of("/srv/people/ann/.haven"));
    }

    @Test
    void withoutAShellsHomeItLiesInTheUsersOwn() {
        Path own = Path.of(System.getProperty("user.home"), ".haven");

        assertThat(HomeOption.standard(null)).isEqualTo(own);
        assertThat(HomeOption.standard(" ")).isEqualTo(own);
    }
}
