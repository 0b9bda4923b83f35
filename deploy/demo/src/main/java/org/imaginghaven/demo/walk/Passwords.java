package org.imaginghaven.demo.walk;

import java.util.function.UnaryOperator;
import org.imaginghaven.local.People;

/** The passwords of the local people, by user name. */
record Passwords(People people) implements UnaryOperator<String> {

    @Override
    public String apply(String username) {
        return people.people().stream().filter(person -> person.username().equals(username)).findFirst()
                .orElseThrow(() -> new DemoFailure("the demo needs somebody called " + username + " in people.yaml",
                        null))
                .password();
    }
}
