package org.imaginghaven.local;

import java.util.List;

/**
 * Someone who may sign in to the local installation.
 *
 * @param username what is typed at sign-in
 * @param name     what others see
 * @param password in the clear: the local installation's people are made up
 * @param groups   candidate groups whose tasks the person may do
 */
public record Person(String username, String name, String password, List<String> groups) {

    public Person {
        groups = List.copyOf(groups);
    }
}
