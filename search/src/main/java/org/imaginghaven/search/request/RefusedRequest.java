package org.imaginghaven.search.request;

/** A request that cannot be made; the message is a sentence for the person who asked. */
public final class RefusedRequest extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedRequest(String message) {
        super(message);
    }
}
