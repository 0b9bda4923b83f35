package org.imaginghaven.local;

import java.time.Duration;
import java.util.Collection;

/** Hears how the stack comes up and goes down. Called from several threads. */
public interface Progress {

    void ready(Part part, String address, Duration after);

    void already(Part part, String address);

    void missing(Part part);

    void waiting(Collection<Part> parts);

    void stopping(Part part);

    void note(String sentence);

    /** Hears and says nothing. */
    static Progress silent() {
        return new PrintedProgress(line -> {
        });
    }
}
