package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.detect.Passage.Word;

/**
 * Names right beside a number, a date of birth or an age: what stands next to a patient's number on a label is the patient. Runs
 * after the detectors of numbers and dates and uses what they found.
 */
final class BesideIdentifier implements Detector {

    private static final Pattern GAP = Pattern.compile("[\\s,;:|()\\[\\]\\-–/.#]*");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:\\b(?:d\\.?o\\.?b|born|date\\s+of\\s+birth|birth\\s?date|chi|nhs|id|no|num|number|ref|aged?|b)\\b\\.?|"
                    + NumberLabels.PATIENT.sure() + "|" + NumberLabels.PATIENT.open() + "|[\\s,;:|(\\[\\-–/.#])*$");
    private static final Pattern AGE = Pattern.compile(
            "(?i)(?<=[\\p{L}.])\\s*[,(]\\s*(?:\\d{1,3}\\s?[MF]\\b|[MF]\\s?\\d{1,3}\\b|\\d{1,3}\\s?(?:y(?:ea)?rs?|y\\.?o|y/o|yo|years?\\s+old|months?\\s+old)?\\.?\\s?[),])|(?<=[\\p{L}.]),?\\s+(?:\\d{1,3}\\s?/\\s?[MF]\\b|[MF]\\s?/\\s?\\d{1,3}\\b|[MF]\\s\\d{1,3}\\b|\\d{1,3}\\s?[MF]\\b)");
    private static final Pattern SURNAME_FIRST = Pattern.compile(
            "(?:^|[\\d)\\]:] ?)[ \\t]*(?:[A-Z]{2,5} )?\\p{Lu}[\\p{L}'’\\-]+,[ ]?\\p{Lu}[\\p{L}'’\\-]+(?: \\p{Lu}[\\p{L}'’\\-]*){0,2},?[ \\t]{1,4}$");
    /** One word with a capital and a comma from the start of the line: "Quorrie, 3.2.51". */
    private static final Pattern ALONE = Pattern.compile("[ \\t]*\\p{Lu}[\\p{L}'’\\-]{3,},[ ]?");
    /** An age with its unit or a sex, not a bare number in brackets. */
    private static final Pattern AGED = Pattern.compile("(?i)[MFy]|old");
    private static final int LONGEST = 5;

    private final NameGrammar grammar;
    private final Words words;

    BesideIdentifier(NameGrammar grammar, Words words) {
        this.grammar = grammar;
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (Finding finding : List.copyOf(found)) {
            if (finding.kind() == FindingKind.PATIENT_ID || finding.kind() == FindingKind.BIRTH_DATE
                    || finding.kind() == FindingKind.DATE && lineOfIts(passage, finding)) {
                before(passage, finding.start(), ALONE.matcher(lineBefore(passage, finding)).matches(), found);
                if (finding.kind() == FindingKind.PATIENT_ID) {
                    after(passage, finding.end(), found);
                }
            }
        }
        Matcher age = AGE.matcher(passage.text());
        while (age.find()) {
            before(passage, age.start(), AGED.matcher(age.group()).find(), found);
        }
    }

    /** A date counts only on a line that begins with the name or in brackets behind it: "SURNAME, Forename (1.2.1960)". */
    private static boolean lineOfIts(Passage passage, Finding date) {
        String line = lineBefore(passage, date);
        return date.start() > 0 && ("([".indexOf(passage.text().charAt(date.start() - 1)) >= 0
                || SURNAME_FIRST.matcher(line).find() || ALONE.matcher(line).matches());
    }

    private static String lineBefore(Passage passage, Finding finding) {
        int from = passage.text().lastIndexOf('\n', Math.max(0, finding.start() - 1)) + 1;
        return passage.text().substring(Math.min(from, finding.start()), finding.start());
    }

    private void before(Passage passage, int offset, boolean aged, List<Finding> found) {
        Matcher label = LABEL.matcher(passage.text()).region(Math.max(0, offset - 40), offset);
        int end = label.find() ? label.start() : offset;
        int last = passage.wordFrom(end) - 1;
        if (last < 0 || passage.words().get(last).end() != end) {
            return;
        }
        int first = last + 1;
        while (first > 0 && last - first + 1 < LONGEST && part(passage, first - 1, last)
                && !(first <= last && heading(passage, first - 1))) {
            first--;
        }
        add(passage, first, last, aged, found);
    }

    private void after(Passage passage, int offset, List<Finding> found) {
        Matcher gap = GAP.matcher(passage.text()).region(offset, passage.text().length());
        int first = passage.wordFrom(gap.lookingAt() ? gap.end() : offset);
        if (first >= passage.words().size() || passage.words().get(first).start() != gap.end()) {
            return;
        }
        int last = first - 1;
        while (last + 1 < passage.words().size() && last - first + 1 < LONGEST && forward(passage, last + 1, first)) {
            last++;
        }
        add(passage, first, last, false, found);
    }

    private boolean part(Passage passage, int i, int last) {
        return nameWord(passage, i) && (i == last || joined(passage, i));
    }

    /** "MAMMO Baker, June": a word in capitals before one that is not, with only a space between, is no surname. */
    private static boolean heading(Passage passage, int i) {
        return passage.words().get(i).allCapitals() && !passage.words().get(i + 1).allCapitals()
                && passage.after(i).equals(" ") && !passage.words().get(i + 1).initial();
    }

    private boolean forward(Passage passage, int i, int first) {
        return nameWord(passage, i) && (i == first || joined(passage, i - 1));
    }

    private static boolean joined(Passage passage, int i) {
        String gap = passage.after(i);
        return gap.matches(" |, ?|\\^") || passage.words().get(i).initial() && gap.matches("\\. ?");
    }

    private boolean nameWord(Passage passage, int i) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        if (grammar.particle(passage, i) || word.initial()) {
            return true;
        }
        if (words.functionWord(lower) && words.given(lower) && word.capitalised()) {
            return i > 0 && (passage.before(i).matches(", ?") || words.given(passage.words().get(i - 1).lower()));
        }
        return word.capitalised() && !words.never(lower) && !NameGrammar.grade(word.text())
                && (!words.ordinary(lower) || words.name(lower) || words.likeSurname(lower) || !words.used(lower));
    }

    /** One word of a list that is no ordinary word, or two of which one is no ordinary word; never eponyms alone. */
    private void add(Passage passage, int first, int last, boolean aged, List<Finding> found) {
        int names = 0;
        boolean initial = false;
        boolean proper = false;
        boolean listed = false;
        for (int i = first; i <= last; i++) {
            Word word = passage.words().get(i);
            initial |= word.initial() && i > first;
            if (word.text().length() > 1 && !grammar.particle(passage, i)) {
                names++;
                proper |= !words.ordinary(word.lower()) && !words.eponym(word.lower())
                        || words.given(word.lower()) && !words.used(word.lower());
                listed |= words.given(word.lower()) && !words.ordinary(word.lower());
            }
        }
        proper |= names > 1 && pairOfNames(passage, first, last);
        boolean acronym = names == 1 && passage.words().get(last).allCapitals()
                && passage.words().get(last).text().length() < 5;
        boolean eponymOrPlace = true;
        for (int i = first; i <= last; i++) {
            String lower = passage.words().get(i).lower();
            eponymOrPlace &= words.eponym(lower) || words.place(lower);
        }
        if (proper && !eponymOrPlace && !acronym
                && (names > 1 || listed || mixed(passage, first, last, aged || initial))) {
            int start = passage.words().get(first).start();
            int end = passage.words().get(last).end();
            found.add(new Finding(start, end, NameKind.of(passage.text(), start, end), "name:beside-number", 0.93));
        }
    }

    /** "Bell, Hunter" and "Hunter Bell": words both, one a forename and the other a surname. */
    private boolean pairOfNames(Passage passage, int first, int last) {
        String one = passage.words().get(first).lower();
        String other = passage.words().get(passage.words().get(last).initial() ? last - 1 : last).lower();
        boolean comma = passage.after(first).startsWith(",");
        String given = comma ? other : one;
        String surname = comma ? one : other;
        boolean may = words.surname(surname) || words.likeSurname(surname) || !words.used(surname);
        return may && (words.given(given) || comma && !words.used(given));
    }

    private boolean mixed(Passage passage, int first, int last, boolean aged) {
        for (int i = first; i <= last; i++) {
            Word word = passage.words().get(i);
            if (word.text().length() > 2 && !word.allCapitals() && !words.ordinary(word.lower())
                    && (words.name(word.lower()) || aged && !words.eponym(word.lower()))) {
                return true;
            }
        }
        return false;
    }
}
