package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.STAFF_NAME;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.detect.NameGrammar.Reach;
import org.imaginghaven.nlp.detect.NameGrammar.Surroundings;
import org.jspecify.annotations.Nullable;

/** How reports are signed: typists' initials, a name before a grade or a qualification. */
final class SignatureDetector implements Detector {

    private static final String GRADE = "(?:Sp[Rr]|SPR|St[Rr]|STR|S[Tt]\\s?[1-8]|CT\\s?[1-3]|F[Yy]?\\s?[12]|SHO|SAS|Locum|Consultant|Cons\\b|Registrar|Radiologist|Radiographer|Sonographer|Specialist|Reporting Radiographer|Advanced Practitioner|Clinical Fellow|Fellow|Resident|Attending|M\\.?D\\b\\.?|D\\.?O\\b\\.?|MBChB|MB\\b|MBBS|FRC[RSP]\\b(?:Ed)?|MRC[PS]\\b|FFR|DMRD|BSc|MSc|PhD|RN|RGN|DCR|HCPC|PA-C|NP|ANP|FACR|SCoR|Anaesthetist|Surgeon|Physician|Secretary|Typist|GP|Hon\\.? Consultant|Associate Specialist|Cardiologist|Neurologist|Oncologist)";
    private static final Pattern BEFORE_GRADE = Pattern
            .compile("(?<gap>\\s*[,(\\-–]\\s*|\\s+)(?<g>" + GRADE + ")(?![\\p{L}])");
    private static final Pattern TYPED = Pattern.compile(
            "(?m)(?<![\\p{L}\\d/])(?<a>\\p{Lu}{2,4})\\s?[/:]\\s?(?<b>\\p{L}{2,4}\\d?)(?=\\s*(?:(?i:typed|dictated|transcribed|verified|d:|t:|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}|\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))))");
    private static final Pattern TYPED_FORMAT = Pattern.compile(
            "(?i)\\b(?:typed|dictated|transcribed|initials|signed|typist|transcriptionist|trans|dict|reported|repd|rptd|rpt|sgd|verified|checked|authorised|read|ref(?:erence)?)(?:\\s+by)?\\s*[:/]?\\s+(?-i:(?<v>\\p{Lu}{2,3}|\\p{Lu}\\.\\s?(?:\\p{Lu}\\.\\s?)?\\p{Lu}\\.?))(?![\\p{L}\\d\\-])");
    /** The same where nothing has a capital. */
    private static final Pattern TYPED_SMALL = Pattern.compile(
            "(?i)\\b(?:typed|dictated|transcribed)(?:\\s+by)?\\s*:?\\s+(?<v>\\p{L}{2,3})(?=\\s*(?:[.,;/\\n]|\\d|$))");
    private static final Pattern LINE_INITIALS = Pattern
            .compile("(?m)^[ \\t]*(?<a>\\p{Lu}{2,3})\\s?/\\s?(?<b>\\p{L}{2,4})[ \\t]*$");

    /** "No fracture. QX/tz" at the end of a line. */
    private static final Pattern ENDS_LINE = Pattern
            .compile("(?m)(?<=[.;:,)\\]] {1,3})(?<a>\\p{Lu}{2,4})\\s?/\\s?(?<b>\\p{Ll}{2,3})[ \\t]*$");
    /** "Ref: QXR/tz/441" as letters carry it. */
    private static final Pattern REFERENCE = Pattern
            .compile("\\b(?i:ref(?:erence)?)\\s?[:.]\\s*(?<a>\\p{Lu}{2,4})\\s?/\\s?(?<b>\\p{L}{2,3})(?![\\p{L}\\d])");
    /** "D: 1/2/21 T: 2/2/21 qxz": dictated, transcribed and by whom. */
    private static final Pattern TRANSCRIBED = Pattern.compile(
            "\\b(?:T|DT|TT)\\s?:\\s?\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:\\s\\d{1,2}:\\d{2}(?:\\s?[AaPp][Mm])?)?\\s*[/,]?\\s{1,3}(?<v>\\p{Ll}{2,4}|\\p{Lu}{2,4})(?![\\p{L}\\d])");
    /** What a drug is given by, behind a slash too. */
    private static final Set<String> ROUTES = Set.of("po", "im", "iv", "sc", "pr", "ng", "pv", "sl", "bd", "od", "tds",
            "qds");

    private final NameGrammar grammar;
    private final Words words;

    SignatureDetector(NameGrammar grammar, Words words) {
        this.grammar = grammar;
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        beforeGrade(passage, found);
        initials(passage, TYPED, false, found);
        initials(passage, LINE_INITIALS, true, found);
        initials(passage, ENDS_LINE, true, found);
        initials(passage, REFERENCE, false, found);
        Matcher transcribed = TRANSCRIBED.matcher(passage.text());
        while (transcribed.find()) {
            if (!words.functionWord(transcribed.group("v").toLowerCase(java.util.Locale.ROOT))) {
                found.add(new Finding(transcribed.start("v"), transcribed.end("v"), STAFF_NAME, "name:initials-after",
                        0.85));
            }
        }
        Matcher by = (passage.bothCases() ? TYPED_FORMAT : TYPED_SMALL).matcher(passage.text());
        Matcher small = TYPED_SMALL.matcher(passage.text());
        while (small.find()) {
            if (small.group().contains(" by") && !words.never(small.group("v").toLowerCase(java.util.Locale.ROOT))) {
                found.add(new Finding(small.start("v"), small.end("v"), STAFF_NAME, "name:initials-after", 0.85));
            }
        }
        while (by.find()) {
            if (!words.never(by.group("v").toLowerCase(java.util.Locale.ROOT))) {
                found.add(new Finding(by.start("v"), by.end("v"), STAFF_NAME, "name:initials-after", 0.85));
            }
        }
    }

    private void initials(Passage passage, Pattern pattern, boolean alone, List<Finding> found) {
        Matcher match = pattern.matcher(passage.text());
        while (match.find()) {
            String first = match.group("a").toLowerCase(java.util.Locale.ROOT);
            if (!alone
                    || !words.never(first) && !ROUTES.contains(match.group("b").toLowerCase(java.util.Locale.ROOT))) {
                found.add(new Finding(match.start("a"), match.end("a"), STAFF_NAME, "name:typed-initials", 0.93));
                found.add(new Finding(match.start("b"), match.end("b"), STAFF_NAME, "name:typed-initials", 0.93));
            }
        }
    }

    private void beforeGrade(Passage passage, List<Finding> found) {
        Matcher match = BEFORE_GRADE.matcher(passage.text());
        while (match.find()) {
            Reach reach = nameEndingAt(passage, match.start());
            if (reach == null || !match.group("gap").contains(",") && !match.group("gap").contains("(")
                    && reach.first() == reach.last()) {
                continue;
            }
            boolean comma = match.group("gap").contains(",");
            int end = comma && match.group("g").matches("(?i)s[pt]r|[sc]t ?\\d|fy? ?\\d|sho|locum")
                    ? match.end("g")
                    : passage.words().get(reach.last()).end();
            found.add(new Finding(passage.words().get(reach.first()).start(), end, STAFF_NAME, "name:before-grade",
                    0.93));
        }
    }

    /** The name whose last word ends at an offset: up to three words or initials before it on the line. */
    @Nullable
    private Reach nameEndingAt(Passage passage, int offset) {
        int last = passage.wordFrom(offset) - 1;
        if (last < 0 || passage.words().get(last).end() != offset) {
            return null;
        }
        for (int first = Math.max(0, last - 3); first <= last; first++) {
            String between = passage.text().substring(passage.words().get(first).start(), offset);
            Reach reach = between.indexOf('\n') >= 0 ? null : grammar.read(passage, first, Surroundings.LIKELY);
            if (reach != null && reach.last() == last && !onlyEponymOrPlace(passage, reach)) {
                return reach;
            }
        }
        return null;
    }

    private boolean onlyEponymOrPlace(Passage passage, Reach reach) {
        String lower = passage.words().get(reach.last()).lower();
        return reach.first() == reach.last() && (words.place(lower) || words.ordinary(lower));
    }
}
