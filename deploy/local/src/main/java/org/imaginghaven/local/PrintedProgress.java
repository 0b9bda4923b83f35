package org.imaginghaven.local;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;

/** One line for each event. */
public final class PrintedProgress implements Progress {

    private final Consumer<String> out;

    public PrintedProgress(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void ready(Part part, String address, Duration after) {
        line(part, String.format(Locale.ROOT, "ready after %5.1f s   %s", after.toMillis() / 1000.0, address));
    }

    @Override
    public void already(Part part, String address) {
        line(part, "already up            " + address);
    }

    @Override
    public void missing(Part part) {
        line(part, "not part of this build");
    }

    @Override
    public void waiting(Collection<Part> parts) {
        note("waiting for " + String.join(", ", parts.stream().map(Part::title).toList()));
    }

    @Override
    public void stopping(Part part) {
        line(part, "stopped");
    }

    @Override
    public synchronized void note(String sentence) {
        out.accept("  … " + sentence);
    }

    private synchronized void line(Part part, String text) {
        out.accept(String.format(Locale.ROOT, "  %-16s %s", part.title(), text));
    }
}
