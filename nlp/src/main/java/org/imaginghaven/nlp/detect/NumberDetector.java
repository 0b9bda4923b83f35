package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.ACCESSION;
import static org.imaginghaven.nlp.FindingKind.PATIENT_ID;
import static org.imaginghaven.nlp.FindingKind.STAFF_ID;

import java.util.List;

import org.imaginghaven.nlp.Finding;

/** Numbers of patients, staff and examinations: by check digit, by label, by form. */
final class NumberDetector implements Detector {

    private static final String NUMBER_WORD = "(?:\\s*(?:no|num|number|nr|id|ref|reference)\\b\\.?)?\\s*[:#=.]*\\s*";
    private static final String VALUE = "(?<v>(?=[A-Z0-9/\\-]*\\d{3})[A-Z]{0,4}[/\\-]?\\d[A-Z0-9]*(?:[/\\-][A-Z0-9]+)*)\\b";

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
            PatternRule.of("number:nino", PATIENT_ID, 0.95,
                    "\\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b"),
            PatternRule.of("number:hospital", PATIENT_ID, 0.97,
                    "(?i)\\b(?:hosp(?:ital)?\\.?(?=\\s*(?:n|id|ref))|mrn|m\\.?r\\.?\\s?(?=#|no)|m\\.r\\.n\\.?|crn|uhpi|urn|pid|hn|ssn|dob/id|service(?=\\s*(?:no|num)))"
                            + NUMBER_WORD
                            + VALUE),
            PatternRule.of("number:labelled", PATIENT_ID, 0.95,
                    "(?i)\\b(?:unit|medical\\s+record|case\\s*(?:note|sheet)s?|patient|pt|record|chart|account|acct|passport|identifier|identity|policy|insurance)(?:\\s*['’]?s)?(?:\\s*(?:no|num|number|nr|id|ref|reference)\\b\\.?\\s*[:#=]*|\\s*[:#=]+)\\s*"
                            + VALUE),
            PatternRule.of("number:labelled-spaced", PATIENT_ID, 0.95,
                    "(?i)\\b(?:unit|medical\\s+record|hosp(?:ital)?\\.?|case\\s*(?:note|sheet)s?|patient|record|chart|mrn|crn|identifier)\\s*(?:no|num|number|nr|id|ref)\\b\\.?\\s*[:#=]*\\s*"
                            + "(?<v>[A-Z]{0,3}[ \\-]?\\d{1,4}(?:[ \\-]\\d{1,4}){1,5})(?!\\w|\\.\\d)"),
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
            PatternRule.of("number:accession", ACCESSION, 0.97,
                    "(?i)\\b(?:accession|acc|acsn|exam(?:ination)?|study|request|order|episode|attendance|report|visit|specimen|lab|requisition|booking|path(?:ology)?|eeg|ecg|echo|case|sample|slide|block|film|job)(?<word>\\s*(?:no|num|number|nr|id|ref|reference)\\b\\.?)?(?<mark>\\s*[:#=.]*)\\s*"
                            + VALUE,
                    match -> match.group("word") != null
                            || match.group().toLowerCase(java.util.Locale.ROOT).startsWith("acc")
                            || match.group("v").matches("[A-Z]{1,3}\\d{6,}")
                            || match.group("v").matches("(?:[A-Z]{1,3}-?)?\\d{2,4}-(?!(?:19|20)\\d\\d$)\\d{4,6}")
                            || match.group("mark").strip().matches("[:#=]+") && match.group("v").matches(".*\\d{5}.*")
                                    && !match.group("v").matches("[\\d/\\-]{6,10}")),
            PatternRule.of("number:accession-form", ACCESSION, 0.9, "\\b[A-Z]{1,4}\\d{5,10}-\\d{1,3}\\b"),
            PatternRule.of("number:accession-centre", ACCESSION, 0.9,
                    "\\b(?!DX|GMC|NMC|HCPC|GDC|NPI|CHI|NHS|MRN|TEL|FAX)[A-Z]{2,5}\\d?[\\-/]\\d{7,10}\\b"),
            PatternRule.of("number:staff", STAFF_ID, 0.98,
                    "(?i)\\b(?:gmc|nmc|hcpc|gdc|gphc|npi|dea|smartcard|payroll|employee|staff|licen[cs]e|registration|reg|pin)\\b"
                            + NUMBER_WORD + "(?<v>[A-Z]{0,2}\\d{5,10}[A-Z]?)\\b"),
            PatternRule.of("number:ssn", PATIENT_ID, 0.9, "(?<![\\w.\\-])\\d{3}-\\d{2}-\\d{4}(?![\\w\\-])"),
            PatternRule.of("number:hospital-form", PATIENT_ID, 0.8,
                    "(?<![\\w\\-.])[A-Z]{1,4}-?\\d{6,9}[A-Z]?(?![\\w\\-])"),
            PatternRule.of("number:long", PATIENT_ID, 0.6,
                    "(?<![\\w.,\\-/+])\\d{7,16}(?![\\w\\-/]|[.,]\\d|\\s?(?:mm|cm|ml|mg|cells|copies))"));

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
    }
}
