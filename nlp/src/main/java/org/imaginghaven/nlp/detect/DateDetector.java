package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.BIRTH_DATE;
import static org.imaginghaven.nlp.FindingKind.DATE;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;

/** Dates in the forms people write them, day first or month first; a birth date is one after a word that says so. */
final class DateDetector implements Detector {

    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])(?:\\s?(?:st|nd|rd|th))?";
    private static final String YEAR = "(?:(?:19|20)\\d{2}|['’]?\\d{2}(?!\\d|\\s?(?:mm|cm|ml|mg|%|x\\s?\\d)))";
    private static final String FULL_YEAR = "(?:19|20)\\d{2}";
    private static final String ORDINAL = "(?:(?:twenty|thirty)[\\s\\-]+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
    private static final String LONG_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
    private static final String SMALL_NUMBER = "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\\s\\-]+(?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|o[h]?\\s+(?:one|two|three|four|five|six|seven|eight|nine))";
    private static final String YEAR_WORDS = "(?:two\\s+thousand(?:\\s+and)?(?:\\s+(?:" + SMALL_NUMBER
            + "|one|two|three|four|five|six|seven|eight|nine))?|(?:nineteen|twenty)[\\s\\-]+" + SMALL_NUMBER + ")";
    private static final Pattern BORN = Pattern.compile(
            "(?i)(?:\\bd\\.?\\s?o\\.?\\s?b\\b\\.?|\\bdate\\s+of\\s+birth|\\bbirth\\s?date|\\bborn(?:\\s+on)?|\\bbirthday|\\bb\\.)\\s*[:=\\-]?\\s*\\(?$");

    private static final String WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?";
    private static final Pattern WEEKDAY_BEFORE = Pattern.compile("(?i)\\b" + WEEKDAY + "\\b\\.?,?\\s+(?:the\\s+)?$");
    private static final String CARDINAL = "(?:(?:twenty|thirty)[\\s\\-]+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty)";
    /** Months in the other languages of the places such reports come from; only with a year. */
    private static final String FOREIGN_MONTH = "(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|januar|februar|m[äa]rz|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ionawr|chwefror|mawrth|ebrill|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrze[śs]nia|pa[źz]dziernika|listopada|grudnia|janeiro|fevereiro|mar[çc]o|maio|junho|julho|setembro|outubro|novembro|dezembro)";
    private static final String CLOCK = "(?:T\\d{2}:?\\d{2}(?::?\\d{2}(?:\\.\\d+)?)?(?:Z|[+\\-]\\d{2}:?\\d{2})?)?";
    /** What a day and a month without a year stand before or after; "for 3/7", "5/5 power" and "2/6 murmur" are none. */
    private static final String NOT_A_DAY = "(?![\\w]|[./\\-]\\d|\\s?(?:mm|cm|ml|mg|mmHg|%|x\\b|of\\b|hours?|days?|weeks?|months?|years?|minutes?|seconds?|points?|power|strength|murmur|nodes?|HU\\b|T\\b))";
    private static final String SEEN_ON = "(?:on|dated?|since|from|until|till|seen|reviewed|notified|informed|called|signed|corrected|amended|detained|done|performed|taken|reported|verified|typed|booked|appt|appointment|meeting|visit(?:ed)?|admitted|discharged|transferred|leave|home|due|next|rang|phoned|attended|labs|bloods|film|scan|c?xr|ct|mr[ie]?|us|uss|ogd|echo|ecg|clinic|theatre|op|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of("date:year-first", DATE, 0.99,
                    "(?<![\\w.\\-/])(?<y>(?:18|19|20|21)\\d{2})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})" + CLOCK
                            + "(?![\\w]|[./\\-]\\d)",
                    DateDetector::ordered),
            PatternRule.of("date:numbers", DATE, 0.97,
                    "(?<![\\w.\\-/])(?<d>\\d{1,2})(?<s>\\s?[-/._\\\\]\\s?)(?<m>\\d{1,2})\\k<s>(?<y>(?:18|19|20|21)?\\d{2})(?![\\w]|[./\\-]\\d|\\s?(?:mm|cm|ml|mg|%|x\\s?\\d))",
                    DateDetector::ordered),
            PatternRule.of("date:compact", DATE, 0.9,
                    "(?<![\\w.\\-/])(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})(?=(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d(?:\\.\\d+)?\\b|(?![\\w]|[./\\-]\\d))",
                    DateDetector::ordered),
            PatternRule.of("date:day-month", DATE, 0.97,
                    "(?i)(?<![\\w./])" + DAY + "(?:\\s?of)?[\\s\\-./,]{0,2}\\b" + MONTH + "\\b\\.?(?:[\\s\\-./,]{0,3}"
                            + YEAR
                            + "\\b)?"),
            PatternRule.of("date:weekday-day", DATE, 0.85,
                    "(?i)\\b" + WEEKDAY
                            + "\\b\\.?,?\\s+(?:the\\s+)?(?<v>(?:3[01]|[12]\\d|0?[1-9])\\s?(?:st|nd|rd|th))(?![\\w])"),
            PatternRule.of("date:words", DATE, 0.9,
                    "(?i)\\b" + ORDINAL + "(?:\\s+day)?\\s+of\\s+" + LONG_MONTH + "\\b(?:,?\\s+(?:" + YEAR_WORDS + "|"
                            + FULL_YEAR
                            + ")\\b)?"),
            PatternRule.of("date:day-month-joined", DATE, 0.95,
                    "(?i)(?<![\\w./])(?:3[01]|[12]\\d|0?[1-9])(?:" + MONTH + FULL_YEAR + "|(?!may)[a-z]{3}(?<=" + MONTH
                            + ")\\d{2})\\b"),
            PatternRule.of("date:year-month-day", DATE, 0.95,
                    "(?i)(?<![\\w./])" + FULL_YEAR + "[\\-/. ]?" + MONTH
                            + "[\\-/. ]?(?:3[01]|[12]\\d|0?[1-9])(?![\\w]|[./\\-]\\d|[ ](?:19|20)\\d\\d\\b)"),
            PatternRule.of("date:month-day", DATE, 0.95,
                    "(?i)(?<![\\w./])" + MONTH + "\\.?[\\s\\-]{1,2}" + DAY
                            + "(?!\\d|\\.\\d|\\s?(?:mm|cm|ml|mg|%|x\\s?\\d|year|week|day|month))\\b(?:\\s?,?\\s?"
                            + FULL_YEAR
                            + "|\\s?,\\s?['’]?\\d{2}|\\s\\d{2}(?=\\s*(?:[\\])\\n.;:]|$))(?!\\.\\d)|\\s['’]\\d{2})?\\b",
                    DateDetector::capitalised),
            PatternRule.of("date:month-year", DATE, 0.9,
                    "(?i)(?<![\\w./])" + MONTH + "\\.?,?(?:\\s+of)?[\\s\\-/]{1,2}(?:" + FULL_YEAR + "|['’]\\d{2})\\b",
                    DateDetector::capitalised),
            PatternRule.of("date:month-year-short", DATE, 0.85,
                    "(?i)(?<![\\w./])" + MONTH + "[/\\-]\\d{2}(?![\\w]|[./\\-]\\d)", DateDetector::capitalised),
            PatternRule.of("date:month-day-words", DATE, 0.85,
                    "(?i)\\b(?:" + CARDINAL + "|" + ORDINAL + ")\\s+" + LONG_MONTH + "\\b,?\\s+(?:" + YEAR_WORDS
                            + "|" + FULL_YEAR + ")\\b"),
            PatternRule.of("date:days-month", DATE, 0.95,
                    "(?i)(?<![\\w./])" + DAY + "(?:\\s?[-–/&]\\s?|\\s+(?:to|and|until)\\s+)" + DAY + "(?:\\s+of)?\\s+"
                            + MONTH
                            + "\\b\\.?(?:[\\s,]{1,2}" + FULL_YEAR + "\\b)?"),
            PatternRule.of("date:roman-month", DATE, 0.95,
                    "(?i)(?<![\\w./])(?<d>3[01]|[12]\\d|0?[1-9])(?<s>[ ./\\-])(?:x|i{1,3}|iv|vi{0,3}|ix|xi{1,2})\\k<s>(?<y>(?:19|20)\\d{2}|\\d{2})(?![\\w]|[./\\-]\\d)",
                    match -> match.group("y").length() == 4 || !match.group("s").equals(" ")),
            PatternRule.of("date:foreign-month", DATE, 0.95,
                    "(?i)(?<![\\w./])(?:" + DAY + "\\.?\\s+(?:de\\s+|o\\s+)?)?" + FOREIGN_MONTH + "\\.?\\s+(?:de\\s+)?"
                            + FULL_YEAR + "\\b"),
            PatternRule.of("date:month-year-numbers", DATE, 0.7,
                    "(?<![\\w.\\-/])(?<m>0?[1-9]|1[0-2])[/\\-](?<y>(?:19|20)\\d{2})(?![\\w]|[./\\-]\\d)"),
            PatternRule.of("date:day-month-numbers", DATE, 0.75,
                    "(?i)\\b" + SEEN_ON + "\\b\\.?\\s*[:(]?\\s*(?<v>(?<d>\\d{1,2})/(?<m>\\d{1,2}))" + NOT_A_DAY,
                    DateDetector::dayAndMonthEither),
            PatternRule.of("date:day-month-late", DATE, 0.75,
                    "(?i)(?<![\\w./\\-])(?<!\\b(?:pressures?|PA|RV|LV|RA|BP|vision|acuity|mean|wedge|ratio|gauge|grade|score|power|Hg)\\b[^.\\n]{0,24})"
                            + "(?!24/7\\b)(?<d>1[3-9]|2\\d|3[01])/(?<m>0?[1-9]|1[0-2])" + NOT_A_DAY
                            + "(?!\\s?(?:with|mean|/|-|–|\\d))",
                    DateDetector::dayAndMonth),
            PatternRule.of("date:day-month-span", DATE, 0.8,
                    "(?<![\\w./\\-])(?<d>\\d{1,2})/(?<m>\\d{1,2})\\s?[-–]\\s?\\d{1,2}/\\d{1,2}" + NOT_A_DAY,
                    DateDetector::dayAndMonth),
            PatternRule.of("date:day-month-zero", DATE, 0.75,
                    "(?i)(?<![\\w./\\-]|\\b(?:power|grade|score|ratio|strength)\\s)(?<d>\\d{1,2})/(?<m>0[1-9])"
                            + NOT_A_DAY,
                    DateDetector::dayAndMonth),
            PatternRule.of("date:day-month-opens", DATE, 0.7,
                    "(?im)(?:^[ \\t]*|(?<=[.;] ))(?<v>(?<d>\\d{1,2})/(?<m>\\d{1,2}))(?=:|[ ](?:seen|reviewed|labs|bloods|c?xr|ct|mr[ie]?|uss?|ogd|echo|clinic|ward|op|pt|patient|d/w|phone|tel|home|admitted|discharged|mdt|ed)\\b)",
                    DateDetector::dayAndMonth),
            PatternRule.of("date:exam-compact", DATE, 0.85,
                    "(?i)\\b(?:exam(?:ination)?|date|dated|study|scan|seen|performed|reported|typed|taken)\\s*[:=\\-]?\\s+(?<v>(?<d>\\d{2})(?<m>\\d{2})\\d{2})(?![\\w]|[.\\-/]\\d)",
                    DateDetector::dayAndMonth),
            PatternRule.of("date:birth-compact", BIRTH_DATE, 0.95,
                    "(?i)\\b(?:d\\.?o\\.?b\\b\\.?|date\\s+of\\s+birth|birth\\s?date)\\s*[:=\\-]?\\s*(?<v>\\d{6}|\\d{8}|\\d{1,2}[ ]\\d{1,2}[ ]\\d{2,4})(?![\\w])"),
            PatternRule.of("date:birth-year", BIRTH_DATE, 0.9,
                    "(?i)\\b(?:born\\s+(?:in\\s+)?|year\\s+of\\s+birth\\s*:?\\s*)(?<v>(?:18|19|20)\\d{2})\\b"));

    @Override
    public void detect(Passage passage, List<Finding> found) {
        int before = found.size();
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
        found.subList(before, found.size()).replaceAll(date -> withWeekday(passage, bornThen(passage, date)));
    }

    private static Finding bornThen(Passage passage, Finding date) {
        String lead = passage.text().substring(Math.max(0, date.start() - 24), date.start());
        return BORN.matcher(lead).find() ? date.withKind(BIRTH_DATE) : date;
    }

    /** "Thursday, 8 October": the day of the week goes with its date. */
    private static Finding withWeekday(Passage passage, Finding date) {
        int from = Math.max(0, date.start() - 18);
        Matcher day = WEEKDAY_BEFORE.matcher(passage.text().substring(from, date.start()));
        return day.find()
                ? new Finding(from + day.start(), date.end(), date.kind(), date.rule(), date.confidence())
                : date;
    }

    /** Day, month and year in either order of the first two. */
    private static boolean ordered(Matcher match) {
        int day = Integer.parseInt(match.group("d"));
        int month = Integer.parseInt(match.group("m"));
        int year = Integer.parseInt(match.group("y"));
        if (match.group().contains(".") && year < 100 && match.group().indexOf(' ') >= 0) {
            return false;
        }
        return CheckedNumbers.isDate(day, month, year) || CheckedNumbers.isDate(month, day, year);
    }

    private static boolean dayAndMonth(Matcher match) {
        return CheckedNumbers.isDate(Integer.parseInt(match.group("d")), Integer.parseInt(match.group("m")), 2000);
    }

    /** Behind a word that says when, also the month first. */
    private static boolean dayAndMonthEither(Matcher match) {
        return dayAndMonth(match)
                || CheckedNumbers.isDate(Integer.parseInt(match.group("m")), Integer.parseInt(match.group("d")), 2000);
    }

    /** "may 10" is a verb and a number, "May 10" a date; months that are no words may be written small. */
    private static boolean capitalised(Matcher match) {
        String lower = match.group().toLowerCase(Locale.ROOT);
        return Character.isUpperCase(match.group().charAt(0)) || !lower.startsWith("may") && !lower.startsWith("mar ");
    }
}
