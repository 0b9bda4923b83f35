package org.imaginghaven.local;

import java.nio.file.Path;

/** Tells Operate and Tasklist who may sign in, where nothing else of the local stack runs. Arguments: address of their store, people file. */
public final class WritePeople {

    private WritePeople() {
    }

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Give the address of the store and the people file.");
            System.exit(2);
        }
        try {
            new TasklistPeople(arguments[0]).write(People.read(Path.of(arguments[1])).people());
        } catch (StackProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }
}
