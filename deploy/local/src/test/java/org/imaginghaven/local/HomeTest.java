package org.imaginghaven.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void aHomeOfAnotherVersionIsRefused() throws IOException {
        Home home = Home.at(folder.resolve("home"));
        home.prepare();
        Files.writeString(home.folder().resolve("version"), "0\n");

        assertThatThrownBy(home::prepare).isInstanceOf(StackProblem.class)
                .hasMessage("The home folder " + home.folder()
                        + " was made by another version of Imaging Haven (layout 0, this program uses layout "
                        + Home.LAYOUT + "). Use the version that made it, or another folder with --home.");
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "chapter one");

        assertThatThrownBy(() -> Home.at(folder).prepare())
                .hasMessageContaining("holds other things and is no home folder of Imaging Haven");
        assertThat(folder).isDirectoryNotContaining("glob:**/version");
    }

    @Test
    void aFileIsNoHome() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Home.at(file).prepare())
                .hasMessage(file + " is a file. Give the home folder with --home.");
    }

    @Test
    void aNearlyFullDiskIsSaidBeforeAnythingIsUnpacked() {
        assertThatThrownBy(() -> Home.at(folder).checkSpace(900_000_000L)).hasMessage("The disk of " + folder
                + " has 900 MB left; the stack needs 2500 MB. Free some space, or choose another disk with --home.");
    }

    @Test
    void aFullDiskIsNamedAsSuch() {
        assertThat(Sentences.reason(new IOException("/home/x: No space left on device")))
                .isEqualTo("the disk is full. Free some space, or choose another disk with --home.");
    }

    @Test
    void whatAKilledPartWasWorkingOnIsGoneWhenItStartsAgain() throws IOException {
        Home home = Home.at(folder.resolve("home"));
        home.prepare();
        Files.writeString(home.temporary(Part.APP).resolve("upload"), "half a request");

        assertThat(home.temporary(Part.APP)).isEmptyDirectory().startsWith(home.folder());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.temporary(Part.SEARCH))))
                .isEqualTo("rwx------");
    }

    @Test
    void onlyOneCommandAtATimeWorksOnAHome() throws IOException {
        Home home = Home.at(folder.resolve("home"));
        home.prepare();
        try (FileChannel held = home.lock()) {
            assertThat(held.isOpen()).isTrue();
            assertThatThrownBy(home::lock).hasMessageContaining("is at work on " + home.folder());
        }
        home.lock().close();
    }

    @Test
    void secretsAreMadeOnceAndClosedToOthers() throws IOException {
        Home home = Home.at(folder.resolve("home"));
        home.prepare();
        Secrets secrets = new Secrets(home.secrets());

        String password = secrets.password("database-gate");

        assertThat(password).hasSizeGreaterThan(30).isEqualTo(secrets.password("database-gate"))
                .isNotEqualTo(secrets.password("database-owner"));
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets().resolve("database-gate"))))
                .isEqualTo("rw-------");
    }
}
