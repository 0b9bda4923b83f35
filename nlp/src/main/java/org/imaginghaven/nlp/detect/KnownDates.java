package org.imaginghaven.nlp.detect;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every way one day is written: any order, any separator, two or four digits of the year, the month as a word. */
final class KnownDates {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\D?(\\d{2})\\D?(\\d{2})(?:\\D.*|\\d{6}.*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{2}|\\d{4})");
    private static final Pattern WORDED = Pattern
            .compile("(\\d{1,2})\\D{0,4}?[\\s\\-./]*(?:of )?(\\p{L}{3,9})[\\s\\-.,/]*(\\d{2}|\\d{4})");
    private static final String GAP = "\\s?[-/.\\\\, ]\\s?";

    private KnownDates() {
    }

    /** Patterns of the day's forms; of the literal text alone when it is no date that can be read. */
    static List<Pattern> forms(String date) {
        Optional<LocalDate> day = read(date.strip());
        if (day.isEmpty()) {
            return date.strip().length() < 5 ? List.of() : List.of(Pattern.compile(Pattern.quote(date.strip())));
        }
        return forms(day.get());
    }

    private static List<Pattern> forms(LocalDate date) {
        String day = "0?" + date.getDayOfMonth();
        String month = "0?" + date.getMonthValue();
        String year = "(?:" + date.getYear() / 100 + ")?" + String.format(Locale.ROOT, "%02d", date.getYear() % 100);
        String wordy = "(?:" + date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "|"
                + date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3) + ")\\.?";
        List<Pattern> forms = new ArrayList<>();
        for (String order : List.of(day + GAP + month + GAP + year, month + GAP + day + GAP + year,
                year + GAP + month + GAP + day, year + GAP + day + GAP + month,
                day + "(?:st|nd|rd|th)?(?:\\sof)?[\\s\\-./]?" + wordy + "[\\s\\-./,]{0,2}['’]?" + year,
                wordy + "\\s?" + day + "(?:st|nd|rd|th)?[\\s,]{1,2}" + year, compact(date))) {
            forms.add(Pattern.compile("(?i)(?<![\\w])" + order + "(?![\\w])"));
        }
        return forms;
    }

    private static String compact(LocalDate date) {
        String day = String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
        String month = String.format(Locale.ROOT, "%02d", date.getMonthValue());
        String year = String.format(Locale.ROOT, "%04d", date.getYear());
        return "(?:" + day + month + year + "|" + month + day + year + "|" + year + month + day + "|" + day + month
                + year.substring(2) + "|"
                + year.substring(2) + month + day + ")";
    }

    static Optional<LocalDate> read(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(yearFirst.group(3), yearFirst.group(2), yearFirst.group(1));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(dayFirst.group(1), dayFirst.group(2), dayFirst.group(3))
                    .or(() -> day(dayFirst.group(2), dayFirst.group(1), dayFirst.group(3)));
        }
        Matcher worded = WORDED.matcher(text);
        if (worded.matches()) {
            String month = worded.group(2).toLowerCase(Locale.ROOT).substring(0, 3);
            int number = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(month);
            return number < 0 || number % 3 != 0
                    ? Optional.empty()
                    : day(worded.group(1), Integer.toString(number / 3 + 1), worded.group(3));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String day, String month, String year) {
        int number = Integer.parseInt(year);
        int full = number >= 100 ? number : number > 26 ? 1900 + number : 2000 + number;
        int dayNumber = Integer.parseInt(day);
        int monthNumber = Integer.parseInt(month);
        return full > 0 && CheckedNumbers.isDate(dayNumber, monthNumber, full)
                ? Optional.of(LocalDate.of(full, monthNumber, dayNumber))
                : Optional.empty();
    }
}
