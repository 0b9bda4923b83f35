package org.imaginghaven.demo.archive;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** CHI and NHS numbers with a right or a wrong check digit: both are modulus 11 with weights 10 to 2. */
final class HealthNumbers {

    private static final DateTimeFormatter CHI_DATE = DateTimeFormatter.ofPattern("ddMMyy");
    /** NHS numbers of this first digit are kept for tests. */
    private static final int TEST_NUMBERS = 9;

    private HealthNumbers() {
    }

    /** Date of birth, two digits, one that is even for women, check digit. */
    static String chi(LocalDate birth, boolean female, Random random) {
        while (true) {
            int sexDigit = random.nextInt(5) * 2 + (female ? 0 : 1);
            String body = CHI_DATE.format(birth) + String.format("%02d", random.nextInt(100)) + sexDigit;
            int check = checkDigit(body);
            if (check < 10) {
                return body + check;
            }
        }
    }

    static String nhs(Random random) {
        while (true) {
            String body = TEST_NUMBERS + String.format("%08d", random.nextInt(100_000_000));
            int check = checkDigit(body);
            if (check < 10) {
                return body + check;
            }
        }
    }

    /** The same number with a check digit that does not fit. */
    static String broken(String number) {
        int last = number.charAt(9) - '0';
        return number.substring(0, 9) + (last + 1) % 10;
    }

    /** 0 to 9, or 10 when no digit fits. */
    static int checkDigit(String nineDigits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (nineDigits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11;
    }
}
