package org.imaginghaven.demo.walk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.imaginghaven.local.StackProblem;
import org.imaginghaven.local.Tasklist;

/** Scripted people at their desks: each takes the tasks that are theirs, through the requests that Tasklist's own pages make. */
final class Desk {

    private static final Duration VARIABLES = Duration.ofMinutes(1);

    private final String webapps;
    private final UnaryOperator<String> passwordOf;
    private final EngineRecords engine;
    private final Map<String, Tasklist> signedIn = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<Decision> decisions = new ArrayList<>();

    Desk(String webapps, UnaryOperator<String> passwordOf, EngineRecords engine) {
        this.webapps = webapps;
        this.passwordOf = passwordOf;
        this.engine = engine;
    }

    /** What one person does with one kind of task. */
    record Reply(String person, Map<String, ?> values) {
    }

    /** A task that was done. */
    record Decision(String person, String element) {
    }

    /** Tells who does a task and how; empty leaves it for somebody else. */
    interface Script {
        Optional<Reply> replyTo(Tasklist.Task task);

        /** One reply for each element id. */
        static Script of(Map<String, Reply> replies) {
            return task -> Optional.ofNullable(replies.get(task.element()));
        }
    }

    /** Does the tasks of an instance and of those that it calls until it ends; returns the id of its end event. */
    String playToTheEnd(long instance, String what, Script script, Duration patience) {
        return Patience.await(what + " (process instance " + instance + ")", patience, () -> {
            Optional<String> end = engine.endOf(instance);
            if (end.isEmpty()) {
                perform(instance, script);
                engine.calledBy(instance).forEach(called -> perform(called, script));
            }
            return end;
        });
    }

    /** The same for several instances at once; returns the ids of their end events, in the same order. */
    List<String> playAllToTheEnd(List<Long> instances, String what, Script script, Duration patience) {
        Map<Long, String> ends = new HashMap<>();
        return Patience.await(what + " (" + instances.size() + " process instances)", patience, () -> {
            for (long instance : instances) {
                if (!ends.containsKey(instance)) {
                    perform(instance, script);
                    engine.endOf(instance).ifPresent(end -> ends.put(instance, end));
                }
            }
            return ends.size() < instances.size()
                    ? Optional.empty()
                    : Optional.of(instances.stream().map(ends::get).toList());
        });
    }

    private void perform(long instance, Script script) {
        for (Tasklist.Task task : reader().openTasks(instance)) {
            script.replyTo(task).filter(reply -> !done.contains(task.id())).ifPresent(reply -> perform(task, reply));
        }
    }

    private void perform(Tasklist.Task task, Reply reply) {
        try {
            as(reply.person()).perform(task, reply.values());
            done.add(task.id());
            decisions.add(new Decision(reply.person(), task.element()));
        } catch (StackProblem away) {
            // the engine may be on its way back, or the task gone already: the next look tells
            signedIn.clear();
        }
    }

    /** The value of a whole number that a task shows; Tasklist imports it in no order with the task itself. */
    long variable(Tasklist.Task task, String name) {
        return Patience.await("the variable " + name + " of a task " + task.element(), VARIABLES,
                () -> Optional.ofNullable(reader().variables(task).get(name)).map(Long::parseLong));
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    private Tasklist reader() {
        return as("admin");
    }

    private Tasklist as(String person) {
        return signedIn.computeIfAbsent(person,
                name -> Tasklist.signIn(webapps, name, passwordOf.apply(name)));
    }
}
