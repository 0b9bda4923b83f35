package org.imaginghaven.demo.walk;

/** The app or search understood a request and would not do it. */
final class Refused extends DemoFailure {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence, null);
    }
}
