package org.imaginghaven.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.imaginghaven.demo.walk.DemoReport;
import org.imaginghaven.demo.walk.Walk;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.Progress;

/** A walk during which parts of the stack are killed, each at the begin of an extraction, and started again. */
final class Interrupted {

    private Interrupted() {
    }

    static DemoReport run(LocalStack stack, int patients, List<Part> victims, Path report) throws Exception {
        ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();
        Thread[] killer = new Thread[1];
        DemoReport done = Walk.run(stack, patients, report, line -> {
            System.out.println(line);
            if (line.strip().startsWith("approve")) {
                killer[0] = Thread.ofPlatform().start(() -> kill(stack, victims, faults));
            }
        });
        killer[0].join();
        if (!faults.isEmpty()) {
            throw new AssertionError("the stack did not come back", faults.peek());
        }
        return done;
    }

    /** The extraction begins right after the approval; the workers are killed while they are at it. */
    private static void kill(LocalStack stack, List<Part> victims, ConcurrentLinkedQueue<Throwable> faults) {
        try {
            for (Part victim : victims) {
                Thread.sleep(1_500);
                stack.kill(victim);
                stack.start(EnumSet.of(victim), Progress.silent());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            faults.add(e);
        }
    }
}
