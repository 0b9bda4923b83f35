package org.imaginghaven.governance.people;

/** The detectors, as far as governance needs them. */
public interface TextScreen {

    /** True when the text holds anything that may identify a patient. */
    boolean mayIdentify(String text);
}
