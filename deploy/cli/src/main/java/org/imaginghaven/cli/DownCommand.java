package org.imaginghaven.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.PrintedProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what {@code up} started. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops the local stack; its data stays.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        if (!Files.exists(home.path().resolve("version"))) {
            System.out.println("There is no stack in " + home.path() + ".");
            return 0;
        }
        LocalStack stack = LocalStack.open(home.setup());
        if (!stack.anyAlive()) {
            System.out.println("Nothing of the stack in " + stack.home() + " is running.");
            return 0;
        }
        stack.stop(new PrintedProgress(System.out::println));
        System.out.println("Down. The data stays in " + stack.home() + ".");
        return 0;
    }
}
