package org.imaginghaven.nlp.detect;

import java.util.Locale;

/** The public check digits of the numbers that countries, insurers and councils give. */
final class CheckDigits {

    private static final int[][] TURN = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
            {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
            {5, 9, 8, 7, 6, 0, 4, 3, 2, 1}, {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
            {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
    private static final int[] SHUFFLE = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    /** New Zealand counts its letters without I and O. */
    private static final String NHI_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private CheckDigits() {
    }

    /** Luhn (ISO/IEC 7812-1): Australia's and South Africa's identifiers, Canada's cards. */
    static boolean luhn(String number) {
        String digits = CheckedNumbers.digits(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0 && varied(digits);
    }

    /** Verhoeff: India's Aadhaar. */
    static boolean verhoeff(String number) {
        String digits = CheckedNumbers.digits(number);
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            for (int turn = 0; turn < i % 8; turn++) {
                digit = SHUFFLE[digit];
            }
            check = TURN[check][digit];
        }
        return check == 0 && varied(digits);
    }

    /** Australia's Medicare card: eight digits, one that checks them, one that counts the cards. */
    static boolean medicare(String number) {
        String digits = CheckedNumbers.digits(number);
        return digits.length() >= 10 && weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digits.charAt(8) - '0';
    }

    /** Ireland's PPSN: seven digits and a letter, in newer ones a second. */
    static boolean ppsn(String number) {
        String upper = number.toUpperCase(Locale.ROOT);
        int second = upper.length() > 8 && upper.charAt(8) != 'W' ? upper.charAt(8) - 'A' + 1 : 0;
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt((weighted(upper, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23) == upper
                .charAt(7);
    }

    /** New Zealand's NHI in the form of three letters and four digits, or with a letter that checks it. */
    static boolean nhi(String number) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            char c = number.charAt(i);
            sum += (Character.isDigit(c) ? c - '0' : NHI_LETTERS.indexOf(c) + 1) * (7 - i);
        }
        char last = number.charAt(6);
        return Character.isDigit(last)
                ? sum % 11 != 0 && (11 - sum % 11) % 10 == last - '0'
                : 23 - sum % 23 == NHI_LETTERS.indexOf(last) + 1;
    }

    /** Singapore's NRIC and FIN. */
    static boolean nric(String number) {
        int offset = switch (number.charAt(0)) {
            case 'T', 'G' -> 4;
            case 'M' -> 3;
            default -> 0;
        };
        String letters = switch (number.charAt(0)) {
            case 'S', 'T' -> "JZIHGFEDCBA";
            case 'M' -> "XWUTRQPNJLK";
            default -> "XWUTRQPNMLK";
        };
        return letters.charAt((weighted(number.substring(1), 2, 7, 6, 5, 4, 3, 2) + offset) % 11) == number.charAt(8);
    }

    /** What the drug agency of the United States gives a prescriber. */
    static boolean dea(String number) {
        String digits = CheckedNumbers.digits(number.substring(2));
        return weighted(digits, 1, 2, 1, 2, 1, 2) % 10 == digits.charAt(6) - '0';
    }

    /** Australia's provider number: six digits, where the practice is, and a letter that checks both. */
    static boolean provider(String number) {
        int place = "0123456789ABCDEFGHJKLMNPQRTUVWXY".indexOf(number.charAt(6));
        return place >= 0
                && "YXWTLKJHFBA".charAt((weighted(number, 3, 5, 8, 4, 2, 1) + 6 * place) % 11) == number.charAt(7);
    }

    private static int weighted(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (number.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    private static boolean varied(String digits) {
        return digits.chars().distinct().count() > 2;
    }
}
