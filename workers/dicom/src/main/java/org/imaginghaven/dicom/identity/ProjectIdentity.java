package org.imaginghaven.dicom.identity;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything a project derives from its key: HMAC-SHA-256 over a text with a purpose, so that nothing can be linked
 * without the key, nor between projects. Not thread safe (one a thread); the same key gives the same everywhere.
 */
public final class ProjectIdentity {

    private static final int CACHE = 4096;
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final Pattern DATE = Pattern.compile("(\\d{4})([.\\-/]?)(\\d{2})\\2(\\d{2})");
    private static final int MOST_DAYS = 3650;

    private static final byte[] END = new byte[1];

    private final KeyedHash hash;
    private @Nullable String lastSubject;
    private String lastPseudonym = "";
    private int lastDays;
    private final Map<String, String> uids = new LinkedHashMap<>(CACHE, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > CACHE;
        }
    };

    public ProjectIdentity(ProjectKey key) {
        hash = new KeyedHash(key.bytes());
    }

    private byte[] digest(String purpose, String text) {
        return hash.of(purpose.getBytes(StandardCharsets.US_ASCII), END, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The patient's name in this project: H and 16 letters and digits (80 bits). */
    public String pseudonym(String subject) {
        remember(subject);
        return lastPseudonym;
    }

    private void remember(String subject) {
        if (!subject.equals(lastSubject)) {
            lastPseudonym = "H" + letters(digest("subject", subject), 16);
            long random = ByteBuffer.wrap(digest("days", subject)).getLong() & Long.MAX_VALUE;
            lastDays = -1 - (int) (random % MOST_DAYS);
            lastSubject = subject;
        }
    }

    /** A replacement for any other identifier, kind apart from kind: 16 letters and digits. */
    public String hashed(String kind, String text) {
        return letters(digest("hash " + kind, text), 16);
    }

    private static String letters(byte[] digest, int count) {
        StringBuilder text = new StringBuilder(count);
        BigInteger number = new BigInteger(1, digest);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET[number.shiftRight(5 * i).intValue() & 31]);
        }
        return text.toString();
    }

    /** The UID in this project: {@code 2.25.} and 128 bits. */
    public String uid(String uid) {
        String known = uids.get(uid);
        if (known != null) {
            return known;
        }
        byte[] digest = digest("uid", uid);
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        String made = Decimal.of(new StringBuilder("2.25."), bytes.getLong(), bytes.getLong());
        uids.put(uid, made);
        return made;
    }

    /** Days that all dates of the patient move by: 1 to 3650 back, never 0. */
    public int days(String subject) {
        remember(subject);
        return lastDays;
    }

    /**
     * Moves every full date in a DA or DT value (also ranges, and the odd forms with dots or dashes) by some days; time of
     * day, fraction and offset stay. Empty when there is no full date in it to move.
     */
    public static String shifted(String value, int days) {
        if (value.length() == 8) {
            return moved(value, days);
        }
        StringBuilder text = new StringBuilder(value.length());
        Matcher dates = DATE.matcher(value);
        int at = 0;
        boolean any = false;
        while (at < value.length() && dates.find(at)) {
            // a date begins a value or follows the dash of a range, never digits
            boolean begins = dates.start() == 0 || value.charAt(dates.start() - 1) == '-'
                    || value.charAt(dates.start() - 1) == ' ';
            if (!begins || !value.substring(at, dates.start()).chars().allMatch(ProjectIdentity::isTimeOrSign)) {
                return "";
            }
            String moved = moved(dates.group(1) + dates.group(3) + dates.group(4), days);
            if (moved.isEmpty()) {
                return "";
            }
            text.append(value, at, dates.start()).append(moved);
            any = true;
            at = dates.end();
            int tail = at;
            while (tail < value.length() && isTime(value.charAt(tail))) {
                tail++;
            }
            text.append(value, at, tail);
            at = tail;
            if (at < value.length() && (value.charAt(at) == '+' || isOffset(value, at))) {
                int end = Math.min(value.length(), at + 5);
                text.append(value, at, end);
                at = end;
            }
        }
        String rest = value.substring(at);
        return any && rest.chars().allMatch(ProjectIdentity::isTimeOrSign) ? text.append(rest).toString() : "";
    }

    /** A dash and four digits that end the value or a side of a range is an offset from UTC, not a year. */
    private static boolean isOffset(String value, int at) {
        return value.charAt(at) == '-' && at + 5 <= value.length()
                && value.substring(at + 1, at + 5).chars().allMatch(c -> c >= '0' && c <= '9')
                && (at + 5 == value.length() || value.charAt(at + 5) == '-' || value.charAt(at + 5) == ' ');
    }

    private static boolean isTime(int c) {
        return c >= '0' && c <= '9' || c == '.' || c == ':';
    }

    private static boolean isTimeOrSign(int c) {
        return c == '-' || c == ' ';
    }

    private static String moved(String date, int days) {
        try {
            LocalDate moved = LocalDate.of(Integer.parseInt(date, 0, 4, 10), Integer.parseInt(date, 4, 6, 10),
                    Integer.parseInt(date, 6, 8, 10)).plusDays(days);
            return moved.getYear() < 1 || moved.getYear() > 9999
                    ? ""
                    : String.valueOf(
                            moved.getYear() * 10000 + moved.getMonthValue() * 100 + moved.getDayOfMonth() + 100_000_000)
                            .substring(1);
        } catch (DateTimeException | NumberFormatException e) {
            return "";
        }
    }
}
