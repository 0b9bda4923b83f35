package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.List;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/** Tells a date of birth that no label announces: right behind the patient's name, or the one a CHI number begins with. */
final class BirthDates {

    private BirthDates() {
    }

    static List<Finding> told(String text, List<Finding> found) {
        List<Finding> told = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Finding finding = found.get(i);
            boolean born = finding.kind() == FindingKind.DATE
                    && (i > 0 && behindName(text, found.get(i - 1), finding) || startsNumber(text, found, finding));
            told.add(born ? finding.withKind(FindingKind.BIRTH_DATE) : finding);
        }
        return List.copyOf(told);
    }

    /** "SURNAME, Forename (1.2.1960)" and "Re: Forename Surname, 1.2.1960, 4 Kirk Lane". */
    private static boolean behindName(String text, Finding name, Finding date) {
        if (name.kind() != FindingKind.PATIENT_NAME) {
            return false;
        }
        String gap = text.substring(name.end(), date.start());
        String after = text.substring(date.end(), Math.min(text.length(), date.end() + 2));
        return gap.matches("\\s?\\(\\s?") && after.startsWith(")")
                || gap.matches(",? {1,2}") && gap.startsWith(",") && after.matches("(?s)[,;\\n].*");
    }

    private static boolean startsNumber(String text, List<Finding> found, Finding date) {
        String digits = CheckedNumbers.digits(text.substring(date.start(), date.end()));
        if (digits.length() != 8 && digits.length() != 6) {
            return false;
        }
        String short6 = digits.length() == 6 ? digits : digits.substring(0, 4) + digits.substring(6);
        return found.stream().filter(other -> other.kind() == FindingKind.PATIENT_ID)
                .map(other -> text.substring(other.start(), other.end()))
                .anyMatch(number -> CheckedNumbers.isChi(number)
                        && CheckedNumbers.digits(number).startsWith(short6));
    }
}
