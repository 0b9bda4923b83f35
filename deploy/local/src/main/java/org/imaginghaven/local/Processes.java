package org.imaginghaven.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short runs of system programs. */
final class Processes {

    private Processes() {
    }

    /**
     * Runs a program to its end and returns what it printed.
     *
     * @throws StackProblem with the output when it does not end well within two minutes
     */
    static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new StackProblem("The program " + command.getFirst() + " did not end.");
            }
            if (process.exitValue() != 0) {
                throw new StackProblem("The program " + String.join(" ", command) + " failed: " + output.strip());
            }
            return output;
        } catch (IOException failed) {
            throw new StackProblem("The program " + command.getFirst() + " cannot be run: " + Sentences.reason(failed),
                    failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted.", interrupted);
        }
    }
}
