package org.imaginghaven.nlp.detect;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Numbers that carry their own proof: CHI (Scotland) and NHS number (England, Wales), both ten digits modulo eleven. */
public final class CheckedNumbers {

    private CheckedNumbers() {
    }

    /** Ten digits that begin with a date of birth (day, month, two digits of the year) and end with the right check digit. */
    public static boolean isChi(CharSequence number) {
        return startsWithDate(number) && checkDigitRight(digits(number));
    }

    /** Ten digits with the right check digit. */
    public static boolean isNhs(CharSequence number) {
        return checkDigitRight(digits(number));
    }

    /** Whether the first six digits of ten are a day, a month and a year. */
    static boolean startsWithDate(CharSequence number) {
        String digits = digits(number);
        return digits.length() == 10 && isDate(Integer.parseInt(digits.substring(0, 2)),
                Integer.parseInt(digits.substring(2, 4)), 2000);
    }

    /** Whether there is such a day; a year below 100 stands for any century, so the 29th of February passes. */
    static boolean isDate(int day, int month, int year) {
        try {
            LocalDate.of(year < 100 || year == 2000 ? 2000 : year, month, day);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    static String digits(CharSequence text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static boolean checkDigitRight(String digits) {
        if (digits.length() != 10 || digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        return (11 - sum % 11) % 11 == digits.charAt(9) - '0';
    }
}
