package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/** Names at the head of a line that goes on as a patient's label does: a number, a date of birth, an age and sex, an address. */
final class HeaderNameDetector implements Detector {

    private static final String PART = "\\p{Lu}[\\p{L}'’\\-]+";
    private static final String SURNAME = "(?:(?:Mac|MAC|Mc|MC|VAN|van|DE|de|VON|von|AL|Al|EL)\\s|(?:al|el|ad|as|an|ar|d)[-'’])?"
            + PART
            + "(?:[ \\-]" + PART + ")?";
    private static final Pattern COMMA = Pattern
            .compile("(?m)(?<![\\p{L}:])(?<s>" + SURNAME + ")[ \\t]?,[ \\t]?(?<f>" + PART + "(?:[ ](?:" + PART
                    + "(?![\\p{L}\\d])"
                    + "|\\p{Lu}\\b\\.?)){0,2})(?:\\s*\\((?:Mr|Mrs|Ms|Miss|Dr|Master)\\.?\\))?(?<rest>[^\\n]{0,40})");
    private static final String COMPONENT = "\\p{L}[\\p{L}'’.\\-]*(?: \\p{Lu}[\\p{L}'’.\\-]*){0,3}";
    private static final Pattern CARET = Pattern
            .compile("(?<![\\p{L}])(?:(?:\\p{Lu}[\\p{L}'’.\\-]*|van|von|der|den|de|la|ter|al|el|bin|[OÓó]) ){0,3}"
                    + "\\p{L}[\\p{L}'’\\-]*\\^(?:" + COMPONENT + ")?(?:\\^(?:" + COMPONENT + ")?){0,3}");
    /** "Surname, F" where a name heads what follows. */
    private static final Pattern COMMA_INITIAL = Pattern.compile(
            "(?m)(?:^[ \\t]*|(?<=[:;)|] ))(?<v>\\p{Lu}[\\p{L}'’]+(?:-\\p{Lu}[\\p{L}'’]+)?, \\p{Lu}\\.?)(?=[ :;,(\\n]|$)");
    /** "SURNAME.Forename.M" as some systems print it. */
    private static final Pattern DOTTED = Pattern
            .compile("(?<![\\p{L}\\d.@])(?<s>\\p{Lu}[\\p{L}'’\\-]+)\\.(?<f>\\p{Lu}[\\p{L}'’\\-]+)"
                    + "(?:\\.\\p{Lu}[\\p{L}'’\\-]*)?(?<rest>\\.?[^\\n]{0,40})");
    private static final Pattern PLAIN = Pattern
            .compile("(?m)(?:^[ \\t]*|(?<=[.;:] ))(?<v>" + PART + "(?:[ ]\\p{Lu}\\.?)?(?:[ ]" + PART
                    + "){1,2})(?<rest>[ \\t,;|(]{1,4}[^\\n]{1,40})");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)^[\\s,;|(\\-]*(?:\\d{6}[ \\-]?\\d{4}|\\d{7,10}|\\d{3}[ \\-]\\d{3}[ \\-]\\d{4}|[A-Z]{1,3}\\d{5,8}|\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:\\d{2}|\\d{4})\\b|\\d{4}-\\d{2}-\\d{2}\\b|\\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|d\\.?o\\.?b|born|date of birth|chi\\b|nhs\\b|mrn\\b|hosp|\\d{1,3}\\s?(?:y|yrs?|years?|yo)\\b|\\d{2,3}\\s?[mf]\\b|[mf](?:ale|emale)?\\b[\\s,/]*\\d|\\(?[mf]\\)?\\s*\\d{1,3}|sex\\b|age\\b|\\d{1,4}[A-Z]?\\s\\p{L}+\\s(?:road|street|avenue|place|terrace|crescent|lane|drive|gardens))");

    /** What is asked for behind a name. */
    private static final java.util.Set<String> STUDIES = java.util.Set.of("xr", "ct", "mr", "us", "nm", "cr", "dx",
            "mg", "rf");

    private final Words words;

    HeaderNameDetector(NameGrammar grammar, Words words) {
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        comma(passage, found);
        plain(passage, found);
        dotted(passage, found);
        Matcher initial = COMMA_INITIAL.matcher(passage.text());
        while (initial.find()) {
            String surname = initial.group("v").replaceFirst(",.*", "").toLowerCase(java.util.Locale.ROOT);
            if (!words.ordinary(surname) && !words.eponym(surname) && !words.place(surname)) {
                found.add(new Finding(initial.start("v"), initial.end("v"), FindingKind.PATIENT_NAME,
                        "name:surname-first", 0.86));
            }
        }
        Matcher caret = CARET.matcher(passage.text());
        while (caret.find()) {
            int start = caret.start() + labels(caret.group());
            found.add(new Finding(start, caret.end(), FindingKind.PATIENT_NAME, "name:dicom-form", 0.9));
        }
    }

    /** How long the words are that open a line and are no name: "Re", "For". */
    private int opening(String name) {
        String first = name.substring(0, name.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
        return words.functionWord(first) && !words.given(first) && name.indexOf(' ', first.length() + 1) > 0
                ? first.length() + 1
                : 0;
    }

    /** How long the words of a label before the first part of a name in DICOM's form are. */
    private int labels(String group) {
        int length = 0;
        for (String part : group.substring(0, group.indexOf('^')).split("(?<= )")) {
            if (!part.endsWith(" ") || !words.never(part.strip().toLowerCase(java.util.Locale.ROOT))) {
                break;
            }
            length += part.length();
        }
        return length;
    }

    private void comma(Passage passage, List<Finding> found) {
        Matcher match = COMMA.matcher(passage.text());
        int from = 0;
        while (match.find(from)) {
            from = match.end("s");
            String surname = match.group("s").toLowerCase(java.util.Locale.ROOT);
            String forename = first(match.group("f"));
            boolean label = LABEL.matcher(match.group("rest")).find();
            boolean names = !common(surname) && !words.common(forename);
            boolean sure = label && (names || !never(surname) && !words.never(forename))
                    && lineStart(passage.text(), match.start())
                    || !passage.bothCases() && words.given(forename) && words.surname(surname) && names
                            && passage.text().substring(0, match.start()).stripTrailing().endsWith(":")
                    || words.given(forename) && !words.ordinary(forename) && names
                            && (lineStart(passage.text(), match.start())
                                    || match.group("s").equals(match.group("s").toUpperCase(java.util.Locale.ROOT)))
                            && !words.given(surname);
            if (sure) {
                found.add(new Finding(match.start(), end(match, forenames(match.group("f"))), FindingKind.PATIENT_NAME,
                        "name:surname-first", label && lineStart(passage.text(), match.start()) ? 0.97 : 0.88));
            }
        }
    }

    private void dotted(Passage passage, List<Finding> found) {
        Matcher match = DOTTED.matcher(passage.text());
        while (match.find()) {
            String surname = match.group("s").toLowerCase(java.util.Locale.ROOT);
            String forename = match.group("f").toLowerCase(java.util.Locale.ROOT);
            boolean names = !words.never(surname) && (!words.never(forename) || words.given(forename));
            boolean label = LABEL.matcher(match.group("rest")).find() && lineStart(passage.text(), match.start());
            boolean shape = match.group("s").equals(match.group("s").toUpperCase(java.util.Locale.ROOT))
                    && (words.given(forename) || !words.ordinary(forename) && !words.ordinary(surname));
            if (names && (label || shape && passage.bothCases())) {
                found.add(new Finding(match.start(), match.start("rest"), FindingKind.PATIENT_NAME,
                        "name:surname-first", label ? 0.97 : 0.88));
            }
        }
    }

    private void plain(Passage passage, List<Finding> found) {
        Matcher match = PLAIN.matcher(passage.text());
        while (match.find()) {
            String[] parts = match.group("v").toLowerCase(java.util.Locale.ROOT).split(" ");
            boolean common = false;
            for (String part : parts) {
                common |= part.length() > 2 && words.common(part);
            }
            common &= !couldBe(parts);
            int tail = match.group("v").lastIndexOf(' ');
            boolean grade = NameGrammar.grade(match.group("v").substring(tail + 1));
            if (!common && (!grade || parts.length > 2) && LABEL.matcher(match.group("rest")).find()) {
                int end = match.start("v") + (grade ? tail : match.group("v").length());
                int start = match.start("v") + opening(match.group("v"));
                found.add(new Finding(start, end, NameKind.of(passage.text(), start, end), "name:label-line", 0.93));
            }
        }
    }

    /** A forename, also one that is a word, and behind it a word that heads no report and is seldom used. */
    private boolean couldBe(String[] parts) {
        String last = parts[parts.length - 1];
        boolean forename = words.given(parts[0]) && (!words.never(parts[0]) || words.functionWord(parts[0]));
        return (forename || !words.ordinary(parts[0]) && !words.eponym(parts[0]) && parts[0].length() > 2)
                && !words.never(last)
                && (forename || words.surname(last) || words.likeSurname(last) || !words.used(last));
    }

    /** Forenames up to the first ordinary word, in characters. */
    private int forenames(String group) {
        int length = 0;
        for (String part : group.split("(?<= )")) {
            String lower = part.strip().toLowerCase(java.util.Locale.ROOT);
            if (length > 0 && (lower.length() > 2 && words.common(lower)
                    || lower.length() == 2 && STUDIES.contains(lower) || NameGrammar.grade(part.strip()))) {
                break;
            }
            length += part.length();
        }
        return group.substring(0, length).stripTrailing().length();
    }

    private static int end(Matcher match, int forenames) {
        return match.start("f") + forenames;
    }

    private boolean never(String surname) {
        for (String part : surname.split(" ")) {
            if (words.never(part)) {
                return true;
            }
        }
        return false;
    }

    private boolean common(String surname) {
        for (String part : surname.split(" ")) {
            if (words.common(part) && !words.ordinarySurname(part)) {
                return true;
            }
        }
        return false;
    }

    private static String first(String names) {
        return names.toLowerCase(java.util.Locale.ROOT).split(" ")[0];
    }

    private static boolean lineStart(String text, int offset) {
        return text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset).isBlank();
    }
}
