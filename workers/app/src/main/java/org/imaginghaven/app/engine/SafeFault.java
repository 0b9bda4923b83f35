package org.imaginghaven.app.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may be said about a fault: classes and places in the code. Messages stay unsaid, since those of databases and
 * parsers repeat the values they stumbled over.
 */
final class SafeFault {

    private static final int FRAMES = 6;

    private SafeFault() {
    }

    /** One word for an incident. */
    static String name(Throwable fault) {
        return fault.getClass().getSimpleName();
    }

    /** For the log: the chain of causes, each with where it happened. */
    static String describe(Throwable fault) {
        List<String> parts = new ArrayList<>();
        for (Throwable cause = fault; cause != null && parts.size() < 8; cause = cause.getCause()) {
            parts.add(cause.getClass().getName() + " at " + Stream.of(cause.getStackTrace()).limit(FRAMES)
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                    .toList());
        }
        return String.join(" because of ", parts);
    }
}
