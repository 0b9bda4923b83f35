package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.EMAIL;
import static org.imaginghaven.nlp.FindingKind.PHONE;
import static org.imaginghaven.nlp.FindingKind.SITE;

import java.util.List;

import org.imaginghaven.nlp.Finding;

/** Telephones, bleeps and extensions, e-mail and web addresses. */
final class ContactDetector implements Detector {

    private static final String END = "(?![\\w]|[.\\-]\\d)";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of("contact:email", EMAIL, 0.99,
                    "(?<![\\p{L}\\p{N}_.+\\-])[\\p{L}\\p{M}\\p{N}_.+'\\-]{1,64}\\s?@\\s?[\\w\\-]{1,63}(?:\\.[\\w\\-]{1,63}){1,6}"),
            PatternRule.of("contact:url", SITE, 0.95, "(?i)\\b(?:https?://|www\\.)[^\\s<>\"]{3,}[^\\s<>\".,;)]"),
            PatternRule.of("contact:uk-phone", PHONE, 0.97,
                    "(?<![\\w.])(?:\\(0\\d{2,5}\\)|0\\d{2,4})(?:[ \\-.]?\\d){5,8}" + END,
                    match -> ukLength(match.group())),
            PatternRule.of("contact:international", PHONE, 0.97,
                    "(?<![\\w.])(?:\\+|00)\\d{1,3}[ \\-.]?(?:\\(0?\\d{0,5}\\))?(?:[ \\-.]?\\d){6,11}" + END),
            PatternRule.of("contact:us-phone", PHONE, 0.95,
                    "(?<![\\w.\\-])(?:1[\\-. ])?(?:\\([2-9]\\d{2}\\)\\s?|[2-9]\\d{2}[\\-. /])\\d{3}[\\-. ]\\d{4}(?:\\s?[xX]\\s?\\d{2,5})?"
                            + END,
                    match -> !match.group().matches("\\d{3} \\d{3} \\d{4}") || !CheckedNumbers.isNhs(match.group())),
            PatternRule.of("contact:labelled", PHONE, 0.95,
                    "(?i)\\b(?:tel(?:ephone)?|phone|mob(?:ile)?|fax|cell|call(?:ed)?|contact(?:able)?(?:\\s+(?:no|number))?)\\b\\.?(?:\\s*(?:no|number|on|at))?\\s*[:#]?\\s*\\(?(?<v>\\+?\\d(?:[\\d\\-()]|[ .](?=[\\d(])){4,16}\\d)(?![\\w]|[./]\\d)",
                    match -> telephone(match.group("v"))),
            PatternRule.of("contact:two-digit-area", PHONE, 0.96,
                    "(?<![\\w.])(?:\\(0\\d\\)|0\\d)[ \\-]?\\d{4}[ \\-]\\d{4}" + END),
            PatternRule.of("contact:short-area", PHONE, 0.95,
                    "(?<![\\w.])(?:\\(0\\d{1,2}\\)[ \\-]?|0\\d{1,2}[ \\-])\\d{3}[ \\-]\\d{3,4}" + END),
            PatternRule.of("contact:australia-service", PHONE, 0.95,
                    "(?<![\\w.])(?:1[38]00[ \\-]?\\d{3}[ \\-]?\\d{3}|13[ \\-]\\d{2}[ \\-]\\d{2})" + END),
            PatternRule.of("contact:india-mobile", PHONE, 0.9,
                    "(?<![\\w.])(?:0|91[ \\-])?[6-9]\\d{4}[ \\-]\\d{5}" + END),
            PatternRule.of("contact:letter", PHONE, 0.9,
                    "(?<![\\w.])(?:Ph|PH|HP|[PFTMHWC])\\b[.:]?[ ]{1,2}(?<v>(?:\\+|\\(|0|[2-9])[\\d()]*(?:[ \\-.]\\d{2,5}){1,4})"
                            + END,
                    match -> CheckedNumbers.digits(match.group("v")).length() >= 7),
            PatternRule.of("contact:labelled-short", PHONE, 0.9,
                    "(?i)\\b(?:ph(?:one)?|tel(?:ephone)?|hp|mob(?:ile)?|cell|whats\\s?app|fax|hotline|call\\s?back|dial|pager|beeper|pgr|dect|voip|speed\\s?dial|switchboard|short\\s?code)\\b\\.?(?:\\s*(?:no|number|code)\\b\\.?)?\\s*[:#]?\\s*(?<v>\\+?\\d{3,5}(?:[ \\-]\\d{3,4}){0,2})(?![\\w]|[./\\-]\\d|\\s?(?:mm|cm|ml|mg|hours?|hrs?)\\b)"),
            PatternRule.of("contact:us-local", PHONE, 0.9,
                    "(?i)\\b(?:at|on|call(?:ed)?|tel(?:ephone)?|phoned?|ring|rang|pager?|fax)\\b\\.?\\s*:?\\s*(?<v>[2-9]\\d{2}-\\d{4})(?![\\w\\-]|\\.\\d)"),
            PatternRule.of("contact:bleep", PHONE, 0.97,
                    "(?i)\\b(?<v>(?:bleep|page|bp|aid)(?:\\s*(?:no|number|code|holder)\\b\\.?)?\\s*[:#]?\\s*\\d{3,6})(?![\\w/.]\\d|\\d)",
                    match -> !match.group().toLowerCase(java.util.Locale.ROOT).startsWith("bp")),
            PatternRule.of("contact:extension", PHONE, 0.97,
                    "(?i)\\b(?<v>(?:extension|extn|ext|xtn)\\b\\.?\\s*(?:no|number)?\\.?\\s*[:#]?\\s*\\d{3,7}|x\\d{4,6})(?!\\w)"));

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
    }

    private static boolean ukLength(String number) {
        int digits = CheckedNumbers.digits(number).length();
        boolean chi = number.matches("\\d{6}[ \\-]?\\d{4}") && CheckedNumbers.startsWithDate(number);
        return digits == 11 || digits == 10 && !chi;
    }

    private static boolean telephone(String number) {
        int digits = CheckedNumbers.digits(number).length();
        return digits >= 5 && digits <= 15 && !number.strip().matches("\\d{1,4}[./\\-]\\d{1,2}[./\\-]\\d{1,4}");
    }
}
