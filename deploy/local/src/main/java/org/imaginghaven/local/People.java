package org.imaginghaven.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The people file of a local installation.
 *
 * @param people      at least one person
 * @param controllers the data controllers whose approval is asked for
 */
public record People(List<Person> people, List<Controller> controllers) {

    /**
     * A data controller; the people who decide for it are in group {@code controller-<code>}.
     *
     * @param code lower-case word, also the name of its folder in a batch
     * @param name as shown
     */
    public record Controller(String code, String name) {
    }

    public People {
        people = List.copyOf(people);
        controllers = List.copyOf(controllers);
    }

    /**
     * Reads the file, after writing the default one when there is none.
     *
     * @throws StackProblem naming the entry that is wrong
     */
    static People read(Path file) {
        try {
            if (!Files.exists(file)) {
                Secrets.writePrivately(file, CamundaLaunch.resource("people.yaml"));
            }
            People people = new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), People.class);
            people.check(file);
            return people;
        } catch (JacksonException malformed) {
            throw new StackProblem("The people file " + file + " is not as expected"
                    + (malformed.getLocation() == null
                            ? ""
                            : " in line " + malformed.getLocation().getLineNr())
                    + ". Mend it, or delete it to get the default one.", malformed);
        } catch (IOException failed) {
            throw new StackProblem("The people file " + file + " cannot be read: " + Sentences.reason(failed), failed);
        }
    }

    private void check(Path file) {
        Set<String> seen = new HashSet<>();
        for (Person person : people) {
            if (person.username() == null || !person.username().matches("[a-z][a-z0-9._-]{1,63}")) {
                throw new StackProblem("In " + file + ", person " + (seen.size() + 1)
                        + " has no username of lower-case letters, digits, dots and dashes.");
            }
            if (!seen.add(person.username())) {
                throw new StackProblem("In " + file + ", the username " + person.username() + " is there twice.");
            }
            if (person.password() == null || person.password().isBlank()) {
                throw new StackProblem("In " + file + ", " + person.username() + " has no password.");
            }
            if (person.name() == null || person.groups() == null) {
                throw new StackProblem("In " + file + ", " + person.username() + " has no name or no groups.");
            }
        }
    }
}
