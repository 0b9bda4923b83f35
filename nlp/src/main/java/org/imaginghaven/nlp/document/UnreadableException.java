package org.imaginghaven.nlp.document;

import java.io.IOException;

/** A document that is not read; the message says why and quotes nothing of it. */
final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
