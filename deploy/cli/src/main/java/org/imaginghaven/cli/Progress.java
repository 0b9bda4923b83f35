package org.imaginghaven.cli;

import java.io.PrintStream;

/**
 * How far a long command is, with rate and time left, on standard error: one line that is written over twice a second on a
 * terminal, a line every ten seconds elsewhere. Thread safe; it has no thread of its own.
 */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;

    private final String name;
    private final long total;
    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private long resumed;
    private long done;
    private long shown = started;

    private Progress(String name, long total, PrintStream out, boolean terminal) {
        this.name = name;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
    }

    /** @param total steps in all; below 0 when nobody knows */
    static Progress of(String name, long total) {
        return new Progress(name, total, System.err, System.console() != null && System.console().isTerminal());
    }

    /** Steps that an earlier run did; they do not count for the rate. */
    synchronized void resume(long steps) {
        resumed = steps;
        done = steps;
    }

    synchronized void step() {
        stepTo(done + 1);
    }

    synchronized void stepTo(long steps) {
        done = steps;
        long now = System.nanoTime();
        if (now - shown >= (terminal ? 500_000_000L : 10_000_000_000L)) {
            shown = now;
            show(now);
        }
    }

    private void show(long now) {
        String line = line(name, done, total, (done - resumed) * 1e9 / Math.max(1, now - started));
        out.print(terminal ? '\r' + line : line + System.lineSeparator());
        out.flush();
    }

    static String line(String name, long done, long total, double rate) {
        StringBuilder text = new StringBuilder(name).append(' ');
        if (total >= 0) {
            int filled = (int) (total == 0 ? WIDTH : WIDTH * Math.min(done, total) / total);
            text.append('[').append("=".repeat(filled)).append(" ".repeat(WIDTH - filled)).append("] ");
            text.append(done).append('/').append(total);
        } else {
            text.append(done);
        }
        text.append(' ').append(Math.round(rate)).append("/s");
        if (total > done && rate > 0) {
            long left = (long) ((total - done) / rate);
            text.append(", ").append(left / 60).append(" min ").append(left % 60).append(" s left");
        }
        return text.append("   ").toString();
    }

    @Override
    public synchronized void close() {
        if (terminal) {
            show(System.nanoTime());
            out.println();
        }
    }
}
