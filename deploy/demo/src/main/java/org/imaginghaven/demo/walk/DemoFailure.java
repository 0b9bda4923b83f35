package org.imaginghaven.demo.walk;

import org.jspecify.annotations.Nullable;

/** The walk cannot go on; the message says where it stopped and what was answered. */
public class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
