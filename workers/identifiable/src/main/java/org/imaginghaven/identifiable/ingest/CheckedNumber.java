package org.imaginghaven.identifiable.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * CHI and NHS numbers: ten digits, the last a modulus 11 check digit over weights 10 to 2 (NHS Data Dictionary, NHS
 * NUMBER). A CHI number begins with a date of birth, day, month and two digits of the year.
 */
final class CheckedNumber {

    private CheckedNumber() {
    }

    static boolean isChi(String digits) {
        return hasForm(digits) && beginsWithDate(digits);
    }

    static boolean isNhs(String digits) {
        return hasForm(digits) && !beginsWithDate(digits);
    }

    private static boolean hasForm(String digits) {
        return digits.length() == 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.chars().distinct().count() > 1 && checkDigitHolds(digits);
    }

    private static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check != 10 && check == digits.charAt(9) - '0';
    }

    /** The century is not part of the number: 29 February holds if it did in either of the two possible ones. */
    private static boolean beginsWithDate(String digits) {
        int day = Integer.parseInt(digits, 0, 2, 10);
        int month = Integer.parseInt(digits, 2, 4, 10);
        int year = Integer.parseInt(digits, 4, 6, 10);
        return isDate(1900 + year, month, day) || isDate(2000 + year, month, day);
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
