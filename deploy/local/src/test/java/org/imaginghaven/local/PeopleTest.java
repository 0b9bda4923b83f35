package org.imaginghaven.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("people.yaml");
    }

    @Test
    void theDefaultFileHasSomebodyForEveryGroupAndIsClosedToOthers() throws IOException {
        People people = People.read(file);

        assertThat(people.people().stream().filter(person -> !person.username().equals("admin"))
                .flatMap(person -> person.groups().stream()))
                .contains("deid-analyst", "ig-lead", "coordinator", "researcher", "governance-triage",
                        "controller-north",
                        "controller-central", "controller-south", "panel", "appeals-panel", "release-reviewer",
                        "researcher-lead", "auditor");
        assertThat(people.controllers()).extracting(People.Controller::code).containsExactly("north", "central",
                "south");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aChangedPasswordIsReadAndTheFileIsNotOverwritten() throws IOException {
        People.read(file);
        Files.writeString(file, Files.readString(file).replace("password: panel1", "password: \"another one\""));

        assertThat(People.read(file).people())
                .contains(new Person("panel1", "Pan Ellis", "another one", List.of("panel")));
    }

    @Test
    void aMistakeIsNamedWithItsPlace() throws IOException {
        Files.writeString(file,
                "people:\n  - {username: panel1, name: Pan, password: x, groups: [panel]\ncontrollers: []\n");
        assertThatThrownBy(() -> People.read(file))
                .hasMessageMatching(
                        "The people file .*people.yaml is not as expected in line \\d+\\. Mend it, or delete it to get the default one\\.");

        write("{username: Panel 1, name: Pan, password: x, groups: [panel]}");
        assertThatThrownBy(() -> People.read(file))
                .hasMessageEndingWith("person 1 has no username of lower-case letters, digits, dots and dashes.");

        write("{username: panel1, name: Pan, password: x, groups: [panel]}",
                "{username: panel1, name: Pan, password: y, groups: [panel]}");
        assertThatThrownBy(() -> People.read(file)).hasMessageEndingWith("the username panel1 is there twice.");

        write("{username: panel1, name: Pan, groups: [panel]}");
        assertThatThrownBy(() -> People.read(file)).hasMessageEndingWith("panel1 has no password.");
    }

    @Test
    void anEntryThatIsNotKnownIsRefused() throws IOException {
        write("{username: panel1, name: Pan, password: x, groups: [panel], role: OWNER}");

        assertThatThrownBy(() -> People.read(file)).hasMessageContaining("is not as expected in line 2");
    }

    private void write(String... people) throws IOException {
        Files.writeString(file, "people:\n  - " + String.join("\n  - ", people) + "\ncontrollers: []\n");
    }
}
