package org.imaginghaven.app.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The people and data controllers of the local default, as a file lists them.
 *
 * @param people may sign in with the password given
 * @param controllers data controllers; the group of the people who decide for one is {@code controller-<code>}
 */
public record PeopleFile(List<Person> people, List<Controller> controllers) {

    public PeopleFile {
        people = List.copyOf(people);
        controllers = List.copyOf(controllers);
    }

    /** Somebody who may sign in. */
    public record Person(String username, String name, String password, List<String> groups) {
        public Person {
            groups = List.copyOf(groups);
        }

        @Override
        public String toString() {
            return "Person[" + username + "]";
        }
    }

    /** Somebody responsible for data. */
    public record Controller(String code, String name) {
    }

    /** @throws IllegalStateException with a sentence that names the file */
    public static PeopleFile read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(Files.readString(file), PeopleFile.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("The people file " + file
                    + " needs people (username, name, password, groups) and controllers (code, name).");
        } catch (IOException e) {
            throw new IllegalStateException("The people file " + file + " cannot be read.");
        }
    }
}
