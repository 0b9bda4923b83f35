package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.PATIENT_ID;
import static org.imaginghaven.nlp.FindingKind.STAFF_ID;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/** Numbers that a country, an insurer or a council gives, known without a label by their check digit or by a form of their own. */
final class NationalNumbers implements Detector {

    private static final String MBI = "[AC-HJKMNP-RT-Y]";

    private static final List<PatternRule> RULES = List.of(
            rule("aadhaar", PATIENT_ID, "[2-9]\\d{3}[ \\-]\\d{4}[ \\-]\\d{4}",
                    match -> CheckDigits.verhoeff(match.group())),
            rule("aadhaar-masked", PATIENT_ID, "(?:[X*]{4}[ \\-]?){2}\\d{4}", match -> true),
            rule("abha", PATIENT_ID, "\\d{2}-\\d{4}-\\d{4}-\\d{4}", match -> true),
            rule("medicare", PATIENT_ID, "[2-6]\\d{3}[ \\-]\\d{5}[ \\-]\\d(?:[ /\\-]\\d)?",
                    match -> CheckDigits.medicare(match.group())),
            rule("ihi", PATIENT_ID, "8003 ?6\\d{3} ?\\d{4} ?\\d{4}", match -> CheckDigits.luhn(match.group())),
            rule("south-africa", PATIENT_ID, "\\d{6} ?\\d{4} ?[012]\\d ?\\d",
                    match -> CheckDigits.luhn(match.group()) && yearFirst(match.group())),
            rule("malaysia", PATIENT_ID, "\\d{6}-\\d{2}-\\d{4}", match -> yearFirst(match.group())),
            rule("emirates", PATIENT_ID, "784-?(?:19|20)\\d{2}-?\\d{7}-?\\d", match -> true),
            rule("ppsn", PATIENT_ID, "\\d{7}[A-W][A-IW]?", match -> CheckDigits.ppsn(match.group())),
            rule("nhi", PATIENT_ID, "[A-HJ-NP-Z]{3}(?:\\d{4}|\\d{2}[A-HJ-NP-Z]{2})",
                    match -> CheckDigits.nhi(match.group())),
            rule("nric", PATIENT_ID, "[STFGM]\\d{7}[A-Z]", match -> CheckDigits.nric(match.group())),
            rule("nric-masked", PATIENT_ID, "[STFGM][X*]{4}\\d{3}[A-Z]", match -> true),
            rule("medicare-us", PATIENT_ID, "[1-9]" + MBI + "[\\dA-HJ-NP-Y]\\d-?" + MBI + "[\\dA-HJ-NP-Y]\\d-?" + MBI
                    + "{2}\\d{2}", match -> true),
            rule("social-masked", PATIENT_ID, "(?i:(?:x{3}|[*#]{3})-?(?:x{2}|[*#]{2})-?)\\d{4}", match -> true),
            rule("ontario", PATIENT_ID, "[1-9]\\d{3}[ \\-]\\d{3}[ \\-]\\d{3}(?:[ \\-]?[A-Z]{2})?",
                    match -> CheckDigits.luhn(match.group()) || match.group().startsWith("9")),
            rule("quebec", PATIENT_ID, "[A-Z]{4} ?\\d{2}(?:[05][1-9]|[16][0-2]) ?(?:0[1-9]|[12]\\d|3[01])\\d{2}",
                    match -> true),
            rule("canada-social", PATIENT_ID, "\\d{3}([ \\-])\\d{3}\\1\\d{3}",
                    match -> CheckDigits.luhn(match.group())),
            rule("dea", STAFF_ID, "[A-HJ-MPRSTUX][A-Z9]\\d{7}", match -> CheckDigits.dea(match.group())),
            rule("provider", STAFF_ID, "\\d{6}[\\dA-HJ-NP-RT-Y][ABFHJKLTWXY]",
                    match -> CheckDigits.provider(match.group())),
            rule("ahpra", STAFF_ID, "(?:ATS|CMR|CHI|DEN|MED|MRP|NMW|OCC|OPT|OST|PAR|PHA|PHY|POD|PSY)\\d{10}",
                    match -> true),
            rule("nurse", STAFF_ID, "\\d{2}[A-L]\\d{4}[A-Z]", match -> true),
            rule("hcpc", STAFF_ID, "(?:RA|PH|OT|DT|SL|PYL|ODP)\\d{5}", match -> true),
            rule("hpcsa", STAFF_ID,
                    "(?:(?:MP|DP|PS|OT|PT|DR|MT|IN|EC|OR|ST) (?<v>0\\d{6})|(?<w>(?:MP|DP|PS|OT|PT|DR|MT|IN|EC|OR|ST)0\\d{6}))",
                    match -> true),
            rule("gulf", STAFF_ID,
                    "(?:DHA|MOH|MOHAP|HAAD|DOH|SCFHS|QCHP|NHRA)(?:[ \\-/]?[A-Z]{1,2})?[ \\-/]?\\d{4,8}(?:-\\d{3})?",
                    match -> true),
            rule("nigeria", STAFF_ID, "(?:MDCN|RRBN|NMCN)/[A-Z]{1,2}/\\d{2,6}", match -> true));

    private static PatternRule rule(String name, FindingKind kind, String pattern, Predicate<Matcher> check) {
        return PatternRule.of("number:" + name, kind, 0.96, "(?<![\\w.\\-/])" + pattern + "(?![\\w/\\-]|\\.\\d)",
                check);
    }

    /** Whether a number begins with two digits of a year, a month and a day. */
    private static boolean yearFirst(String number) {
        return CheckedNumbers.isDate(Integer.parseInt(number.substring(4, 6)), Integer.parseInt(number.substring(2, 4)),
                2000);
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
    }
}
