package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.ACCESSION;
import static org.imaginghaven.nlp.FindingKind.PATIENT_ID;
import static org.imaginghaven.nlp.FindingKind.STAFF_ID;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;

/** Numbers of patients, staff and examinations: by check digit, by label, by form. */
final class NumberDetector implements Detector {

    private static final String NUMBER_WORD = "(?:\\s*(?:no|num|number|nr|id|ref|reference)\\b\\.?)?\\s*[:#=.]*\\s*";
    /** Letters with a space before a number belong to it where a label stands before both, except these. */
    private static final String LETTERS = "(?-i:(?!(?:CT|MR|MRI|US|XR|DX|NM|PET|DOB|DOD|SEX|AGE|TEL|FAX|REF|ON|AND|THE|FOR|NO|ID|OF|AT)\\b)[A-Z]{1,4} )?";
    /** What a number in groups does not end before: the rest of a date, of another number, or of a measurement. */
    private static final String NOT_GROUP = "(?!\\w|[.:/\\-]\\d|\\s?(?:[MFyx]\\b|of\\b|y(?:ea)?rs?\\b|y/?o\\b|months?\\b|weeks?\\b|days?\\b|views?\\b|images?\\b|films?\\b|slices?\\b|series\\b|sequences?\\b|h(?:ou)?rs?\\b|mm\\b|cm\\b|ml\\b|mg\\b|kg\\b|kV\\b|MBq\\b|mGy\\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))";
    private static final String GROUPS = "(?=[A-Z]{0,4}[ \\-]?\\d{1,5}[ \\-]\\d)(?-i:[A-Z]{1,4}[ \\-]?)?\\d{1,5}(?:[ \\-](?-i:[A-Z]{0,2})\\d{1,5}){1,5}"
            + NOT_GROUP;
    private static final String COMPACT = "(?=(?:[A-Z/\\-.]{0,5}\\d){3})[A-Z]{0,5}(?:[/\\-.][A-Z]{1,5})?[/\\-.]?\\d[A-Z\\d]*(?:[/\\-][A-Z\\d]+)*(?:\\.\\d{2,})?\\b";
    private static final String VALUE = "(?<v>" + LETTERS + "(?:" + GROUPS + "|" + COMPACT + "))";

    private static final Pattern OPEN = Pattern.compile("(?i)" + NumberLabels.EXAMINATION.open() + "[:#=\\s]*");

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of("number:chi", PATIENT_ID, 1.0, "(?<![\\w.])\\d{6}[ \\-]?\\d{4}(?![\\w]|\\.\\d)",
                    match -> CheckedNumbers.isChi(match.group())),
            PatternRule.of("number:nhs", PATIENT_ID, 1.0, "(?<![\\w.])\\d{3}[ \\-]?\\d{3}[ \\-]?\\d{4}(?![\\w]|\\.\\d)",
                    match -> CheckedNumbers.isNhs(match.group())),
            PatternRule.of("number:chi-form", PATIENT_ID, 0.9, "(?<![\\w.])\\d{6}[ \\-]?\\d{4}(?![\\w]|\\.\\d)",
                    match -> CheckedNumbers.startsWithDate(match.group())),
            PatternRule.of("number:ten-digits", PATIENT_ID, 0.8, "(?<![\\w.+])[1-9]\\d{9}(?![\\w]|\\.\\d)"),
            PatternRule.of("number:nhs-form", PATIENT_ID, 0.85,
                    "(?<![\\w.])[1-9]\\d{2}([ \\-])\\d{3}\\1\\d{4}(?![\\w]|\\.\\d)"),
            PatternRule.of("number:labelled-chi", PATIENT_ID, 1.0,
                    "(?i)\\b(?:chi|nhs|h&c|nino|community\\s+health(?:\\s+index)?)" + NUMBER_WORD
                            + "(?<v>\\d[\\d \\-]{7,14}\\d)(?!\\w)"),
            PatternRule.of("number:labelled", PATIENT_ID, 0.97, NumberLabels.PATIENT.before() + VALUE,
                    match -> CheckedNumbers.digits(match.group("v")).length() > 2),
            PatternRule.of("number:staff", STAFF_ID, 0.98, NumberLabels.STAFF.before() + VALUE,
                    match -> CheckedNumbers.digits(match.group("v")).length() > 4),
            PatternRule.of("number:staff-marked", STAFF_ID, 0.98, NumberLabels.STAFF.marked() + VALUE),
            PatternRule.of("number:examination", ACCESSION, 0.97, NumberLabels.EXAMINATION.before() + VALUE,
                    match -> NumberDetector.examination(match.group(), match.group("v"))),
            PatternRule.of("number:examination-form", ACCESSION, 0.97,
                    "(?i)" + NumberLabels.EXAMINATION.open()
                            + "\\s+(?<v>[A-Z]{1,3}\\d{6,}|(?:[A-Z]{1,3}-?)?\\d{2,4}-(?!(?:19|20)\\d\\d\\b)\\d{4,6}|[A-Z]{2,4}-\\d{3,6})\\b"),
            PatternRule.of("number:nino", PATIENT_ID, 0.95,
                    "\\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b"),
            PatternRule.of("number:hospital-spaced", PATIENT_ID, 0.93,
                    "(?i)\\b(?:hosp(?:ital)?\\.?|crn|mrn|unit)\\s*[:#]?\\s+(?<v>[A-Z]{0,2}[ ]?\\d{1,3}(?:[ \\-]\\d{1,4}){2,5})(?!\\w|\\.\\d)"),
            PatternRule.of("number:reference", PATIENT_ID, 0.9,
                    "(?i)\\b(?:(?:our|your|my|file|case|folder|pat(?:ient)?)\\s*ref(?:erence)?|ref(?:erence)?(?=\\s*[:.#]|\\s+n)|case(?=\\s*(?:no|num|id|[:#]))|file(?=\\s*(?:no|num|[:#]))|folder(?=\\s*(?:no|num|[:#])))"
                            + NUMBER_WORD + VALUE),
            PatternRule.of("number:typed-reference", PATIENT_ID, 0.85,
                    "(?i)\\bref(?:erence)?\\s?[:.]?\\s*\\p{L}{2,4}/\\p{L}{2,3}/(?<v>[A-Z]{0,3}\\d{4,9})\\b"),
            PatternRule.of("number:prison-form", PATIENT_ID, 0.85, "(?<![\\w\\-])[A-Z]\\d{4}[A-Z]{2}(?![\\w\\-])"),
            PatternRule.of("number:slashed", PATIENT_ID, 0.85,
                    "(?<![\\w/\\-])[A-Z]{2,4}/\\d{2,6}/[A-Z\\d]{1,6}(?![\\w/])"),
            PatternRule.of("number:year-form", PATIENT_ID, 0.85,
                    "(?<![\\w/\\-])[A-Z]{1,4}-\\d{2,4}/\\d{3,6}(?![\\w/])"),
            PatternRule.of("number:accession-spaced", ACCESSION, 0.95,
                    "(?i)\\baccession\\s*(?:no|num|number|id)?\\b[.:# ]*(?<v>[A-Z]{0,3}[ ]?\\d{3,6}(?:[ \\-]\\d{3,6})+)(?!\\w)"),
            PatternRule.of("number:autopsy-form", ACCESSION, 0.85,
                    "(?<![\\w\\-])(?:[A-Z]{1,3}-(?:19|20)\\d{2}-\\d{2,5}|[A-Z]{1,2}\\d{2}\\.\\d{5,8})(?![\\w\\-])"),
            PatternRule.of("number:year-dashed", ACCESSION, 0.98,
                    "(?<![\\w\\-])[A-Z]{2,4}-\\d{2}-\\d{5,8}(?![\\w\\-])"),
            PatternRule.of("number:year-department", ACCESSION, 0.88,
                    "(?<![\\w\\-])(?:19|20)\\d{2}-[A-Z]{2,4}-\\d{3,7}(?![\\w\\-])"),
            PatternRule.of("number:dashed", ACCESSION, 0.85,
                    "(?<![\\w./+\\-])(?:(?!DX|TEL|FAX|EXT)[A-Z]{1,4}\\d{0,3}-\\d{3,8}-\\d{2,8}|\\d{2,4}-\\d{6,8})(?![\\w/\\-]|\\.\\d|\\s?(?:mm|cm|ml|mg|cells|copies|HU)\\b)"),
            PatternRule.of("number:bracketed", PATIENT_ID, 0.8, "(?<=\\()[A-Z]{2,4}\\d{4,7}[A-Z]?(?=\\))"),
            PatternRule.of("number:specimen-form", ACCESSION, 0.85,
                    "(?<![\\w\\-])[A-Z]{1,3}-?\\d{2}-\\d{4,6}(?![\\w\\-])"),
            PatternRule.of("number:accession-form", ACCESSION, 0.9, "\\b[A-Z]{1,4}\\d{5,10}-\\d{1,3}\\b"),
            PatternRule.of("number:accession-centre", ACCESSION, 0.9,
                    "\\b(?!DX|GMC|NMC|HCPC|GDC|NPI|CHI|NHS|MRN|TEL|FAX)[A-Z]{2,5}\\d?[\\-/]\\d{7,10}\\b"),
            PatternRule.of("number:operator", STAFF_ID, 0.9,
                    "(?i)\\b(?:(?:operators?(?:['’]?s)?(?:\\s?name)?|tech(?:nologist|nician)?s?|radiographers?|sonographers?|nurse|user(?:\\s?name)?|log[io]n|entered|scanned|performed|acquired|typed|transcribed|dictated|verified|checked|reported|read|recorded)(?:\\s+(?:id|code|initials|by))?\\s*[:=]|(?:entered|scanned|performed|acquired|typed|transcribed|dictated|verified|checked|reported|recorded)\\s+by)\\s*(?<v>(?!T\\d|L\\d|(?:CT|MRI?|US|XR|PET|NM|RIS|PACS|AI)\\d)[A-Z]{1,6}[\\-_]?\\d{1,6}[A-Z]?)(?![\\w\\-])"),
            PatternRule.of("number:social-end", PATIENT_ID, 0.95,
                    "(?i)\\b(?:(?:ssn|social(?:\\s+security)?(?:\\s+n(?:o|umber))?)\\W{0,3}(?:last|ending|ends)\\s*(?:in|with|4|four)?(?:\\s+digits)?|last\\s+(?:4|four)(?:\\s+digits)?(?:\\s+of)?(?:\\s+(?:the|his|her|their))?\\s*(?:ssn|social)?)\\s*[:#\\-]?\\s*(?<v>\\d{4})\\b"),
            PatternRule.of("number:ssn", PATIENT_ID, 0.9, "(?<![\\w.\\-])\\d{3}-\\d{2}-\\d{4}(?![\\w\\-])"),
            PatternRule.of("number:hospital-form", PATIENT_ID, 0.8,
                    "(?<![\\w\\-.])[A-Z]{1,4}-?\\d{6,9}[A-Z]?(?![\\w\\-])"),
            PatternRule.of("number:terminal", PATIENT_ID, 0.85,
                    "(?<![\\w./\\-])(?<a>\\d{2})-(?<b>\\d{2})-(?<c>\\d{2})(?![\\w/\\-]|\\.\\d|\\s?(?:mm|cm|%))",
                    match -> !day(match, "a", "b") && !day(match, "b", "a") && !day(match, "c", "b")),
            PatternRule.of("number:lettered", PATIENT_ID, 0.79,
                    "(?<=[,;/(|][ ]{1,2}|[ ]{2}|\\t)(?<!\\p{Lu}[\\p{Lu}'’\\-]{1,20},[ ]{1,2})(?!(?:CT|MRI?|US|XR|CXR|DX|NM|PET|DOB|NHS|CHI|GMC|MRN|TEL|FAX|PO|BOX|NO|ID|HU|KV|TR|TE|TI|EXT|A[KLRZ]|C[AO]|FL|HI|I[ADLN]|K[SY]|MD|ME|NJ|NY|O[HKR]|PA|SC|TN|TX|VA|WA|ICD|CPT)\\b)[A-Z]{2,3} \\d{5,8}(?![ ]\\d|[\\w\\-/]|[.,]\\d|\\s?(?:mm|cm|ml|mg|HU)\\b)"),
            PatternRule.of("number:long", PATIENT_ID, 0.6,
                    "(?<![\\w.,\\-/+])\\d{7,19}(?![\\w\\-/]|[.,]\\d|\\s?(?:mm|cm|ml|mg|cells|copies))"));

    private static boolean day(Matcher match, String day, String month) {
        return CheckedNumbers.isDate(Integer.parseInt(match.group(day)), Integer.parseInt(match.group(month)), 2000);
    }

    /** Behind an ordinary word and a colon only what is long and no date: "Report: 12/04/2019" tells a day. */
    private static boolean examination(String match, String value) {
        String label = match.substring(0, match.length() - value.length()).toLowerCase(Locale.ROOT);
        return label.startsWith("acc") || label.indexOf('#') >= 0
                || label.matches("(?s).*\\b(?:no|num|number|nr|nbr|id|ref|reference|code)\\b.*")
                || !NumberDetector.OPEN.matcher(label.strip()).matches()
                || value.matches(".*\\d{5}.*|[A-Z]{1,4}-?\\d{2,4}-\\d{3,6}") && !value.matches("[\\d/\\-. ]{6,10}");
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
    }
}
