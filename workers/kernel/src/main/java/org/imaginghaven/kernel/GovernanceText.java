package org.imaginghaven.kernel;

/**
 * A short text a person wrote about a decision: a purpose, a condition, a reason. The only free text that may be a
 * process variable, and kept only after the detectors found nothing in it that identifies a patient.
 *
 * @param value trimmed, 1 to {@value #MAXIMUM_LENGTH} characters, no control characters but line feed and tab
 */
public record GovernanceText(String value) {

    public static final int MAXIMUM_LENGTH = 2_000;

    /** @throws IllegalArgumentException when blank or too long; the message never repeats the text */
    public GovernanceText {
        value = value.replace("\r\n", "\n").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a governance text must not be blank");
        }
        if (value.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("a governance text has at most " + MAXIMUM_LENGTH
                    + " characters, this one has " + value.length());
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw new IllegalArgumentException("a governance text has no control characters");
        }
    }

    @Override
    public String toString() {
        return "GovernanceText[" + value.length() + " characters]";
    }
}
