package org.imaginghaven.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of bringing parts up (or down) side by side. */
final class LocalStackStart {

    private static final Duration REMIND = Duration.ofSeconds(20);

    private final Home home;
    private final Ports ports;
    private final Function<Part, Launch> launches;
    private final Progress progress;
    private final long started = System.nanoTime();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

    LocalStackStart(Home home, Ports ports, Function<Part, Launch> launches, Progress progress) {
        this.home = home;
        this.ports = ports;
        this.launches = launches;
        this.progress = progress;
    }

    private record Outcome(Part part, @Nullable StackProblem problem) {
    }

    void run(Set<Part> wanted) {
        Set<Part> ready = EnumSet.noneOf(Part.class);
        Set<Part> waiting = EnumSet.noneOf(Part.class);
        for (Part part : wanted) {
            if (new PartProcess(home, part).alive() && launches.apply(part).healthy()) {
                progress.already(part, ports.address(part));
                ready.add(part);
            } else {
                waiting.add(part);
            }
        }
        checkPorts(waiting);
        bringUp(wanted, waiting, ready);
    }

    /** All ports are looked at before anything starts, so that a taken one leaves nothing half started. */
    private void checkPorts(Set<Part> starting) {
        PortCheck check = new PortCheck();
        for (Part part : starting) {
            PartProcess process = new PartProcess(home, part);
            if (!process.alive()) {
                stopQuietly(process);
                check.require(ports, part);
            }
        }
    }

    /** Children that outlived a part which was killed still hold its ports. */
    private static void stopQuietly(PartProcess process) {
        try {
            process.kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted.", interrupted);
        }
    }

    private void bringUp(Set<Part> wanted, Set<Part> waiting, Set<Part> ready) {
        Set<Part> running = EnumSet.noneOf(Part.class);
        while (!running.isEmpty() || !waiting.isEmpty()) {
            for (Part part : wanted) {
                if (waiting.contains(part) && ready.containsAll(neededOf(part, wanted))) {
                    waiting.remove(part);
                    running.add(part);
                    Thread.ofVirtual().start(() -> outcomes.add(outcome(part)));
                }
            }
            Outcome outcome = next(running);
            if (outcome.problem() != null) {
                throw outcome.problem();
            }
            running.remove(outcome.part());
            ready.add(outcome.part());
            progress.ready(outcome.part(), ports.address(outcome.part()),
                    Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** Needed parts that were not asked for are taken to be somewhere else. */
    private static Set<Part> neededOf(Part part, Set<Part> wanted) {
        Set<Part> needed = EnumSet.noneOf(Part.class);
        part.needs().stream().filter(wanted::contains).forEach(needed::add);
        return needed;
    }

    private Outcome next(Collection<Part> running) {
        try {
            while (true) {
                Outcome outcome = outcomes.poll(REMIND.toMillis(), TimeUnit.MILLISECONDS);
                if (outcome != null) {
                    return outcome;
                }
                progress.waiting(running);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted.", interrupted);
        }
    }

    private Outcome outcome(Part part) {
        try {
            Launch launch = launches.apply(part);
            PartProcess process = new PartProcess(home, part);
            if (!process.alive()) {
                process.start(launch.prepare());
            }
            process.awaitHealth(launch);
            launch.complete();
            return new Outcome(part, null);
        } catch (StackProblem problem) {
            return new Outcome(part, problem);
        } catch (InterruptedException | RuntimeException failed) {
            return new Outcome(part,
                    new StackProblem(part.title() + " cannot be started: " + Sentences.reason(failed), failed));
        }
    }

    static List<StackProblem> stopTogether(Home home, Set<Part> parts, Progress progress) {
        Map<Part, Thread> threads = new EnumMap<>(Part.class);
        List<StackProblem> problems = java.util.Collections.synchronizedList(new ArrayList<>());
        for (Part part : parts) {
            PartProcess process = new PartProcess(home, part);
            process.record().ifPresent(record -> {
                if (record.training()) {
                    progress.note(part.title() + " writes its start-up cache (once)");
                }
                threads.put(part, Thread.ofVirtual().start(() -> {
                    try {
                        process.stop();
                        progress.stopping(part);
                    } catch (StackProblem problem) {
                        problems.add(problem);
                    } catch (InterruptedException | RuntimeException failed) {
                        problems.add(new StackProblem(part.title() + " cannot be stopped: " + Sentences.reason(failed),
                                failed));
                    }
                }));
            });
        }
        for (Thread thread : threads.values()) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                problems.add(new StackProblem("Interrupted.", interrupted));
            }
        }
        return problems;
    }
}
