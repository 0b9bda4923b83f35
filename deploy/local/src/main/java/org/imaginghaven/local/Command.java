package org.imaginghaven.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a process is started and asked to end.
 *
 * @param words        program and arguments
 * @param environment  additions to the environment
 * @param folder       working folder
 * @param signal       signal that asks for an orderly end
 * @param graceSeconds how long an orderly end may take
 * @param cache        start-up cache that the process writes when it ends, or {@code null}
 */
record Command(List<String> words, Map<String, String> environment, Path folder, String signal, int graceSeconds,
        @Nullable Path cache) {

    private static final int USUAL_GRACE_SECONDS = 20;
    /** At the end of its first run the virtual machine writes its start-up cache, on a loaded machine for more than a minute. */
    private static final int TRAINING_GRACE_SECONDS = 240;

    Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    static Command of(List<String> words, Path folder) {
        return new Command(words, Map.of(), folder, "TERM", USUAL_GRACE_SECONDS, null);
    }

    Command with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Command(words, all, folder, signal, graceSeconds, cache);
    }

    Command endingWith(String otherSignal) {
        return new Command(words, environment, folder, otherSignal, graceSeconds, cache);
    }

    Command writing(Path startUpCache) {
        return new Command(words, environment, folder, signal, TRAINING_GRACE_SECONDS, startUpCache);
    }
}
