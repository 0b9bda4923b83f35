package org.imaginghaven.identifiable.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what an identifier is. Never guesses: what is blank or fails its check digit names nobody. */
public final class PatientIdentifiers {

    private static final Pattern LOCAL_FORM = Pattern.compile("[A-Z0-9][A-Z0-9._/]{2,63}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");

    private PatientIdentifiers() {
    }

    /** The identifier of a file: what its Patient ID says, else the study, which is one patient's whoever that is. */
    static PatientIdentifier ofFile(@Nullable String patientId, String controller, String studyUid) {
        return parse(patientId, controller).orElseGet(() -> new PatientIdentifier(PatientIdentifier.STUDY, studyUid));
    }

    /** Empty when the text names nobody: blank, a number whose check digit fails, a word such as a test name. */
    static Optional<PatientIdentifier> parse(@Nullable String text, String controller) {
        String value = text == null ? "" : SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        if (CheckedNumber.isChi(value)) {
            return Optional.of(new PatientIdentifier(PatientIdentifier.CHI, value));
        }
        if (CheckedNumber.isNhs(value)) {
            return Optional.of(new PatientIdentifier(PatientIdentifier.NHS, value));
        }
        return isLocal(value)
                ? Optional.of(new PatientIdentifier(PatientIdentifier.LOCAL + controller, value))
                : Optional.empty();
    }

    /** Empty when the text is not an identifier of that source. */
    public static Optional<PatientIdentifier> parseAs(String source, String text) {
        String controller = source.startsWith(PatientIdentifier.LOCAL)
                ? source.substring(PatientIdentifier.LOCAL.length())
                : "";
        return parse(text, controller).filter(id -> id.source().equals(source));
    }

    /** Nine or ten digits are a national number that lost a digit or fails its check, not a number of the hospital. */
    private static boolean isLocal(String value) {
        boolean onlyDigits = value.chars().allMatch(Character::isDigit);
        boolean brokenNumber = onlyDigits && (value.length() == 9 || value.length() == 10);
        return LOCAL_FORM.matcher(value).matches() && value.chars().anyMatch(Character::isDigit)
                && value.chars().distinct().count() > 1 && !brokenNumber;
    }
}
