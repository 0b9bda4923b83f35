package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.PATIENT_NAME;
import static org.imaginghaven.nlp.FindingKind.STAFF_NAME;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;

/**
 * People told by where they stand on the page, whatever word their surname is: an initial and a surname before a role, beside a
 * slash, behind the date of a signature or alone on the last line; and patients in a numbered list. Only for text in both cases.
 */
final class SignedRows implements Detector {

    private static final String SURNAME = "\\p{Lu}[\\p{L}'’\\-]*\\p{Ll}";
    private static final String INITIALLED = "(?<![\\p{L}\\d.])\\p{Lu}(?:\\. ?| )(?:\\p{Lu}(?:\\. ?| ))?" + SURNAME
            + "(?![\\p{L}\\d\\-])";
    private static final Pattern BEFORE_ROLE = Pattern.compile("(?<v>" + INITIALLED
            + ")\\s?[(,]\\s?(?:[\\p{L}&/\\-]+ ){0,2}?(?:[ACE]NP|CNS|ODP|SLT|OT|HCA|Sp[Rr]|St[Rr]|SHO|FY\\d|RN|PA|GP|(?i:nurse|sister|midwife|physio|pharmacist|co-?ordinator|porter|student|clerk|secretary|chaperone|interpreter|consultant|registrar|surgeon|keyworker|optician|\\p{L}{3,}(?:ologist|ographer|therapist|ician|metrist|etist)))\\b");
    private static final Pattern PAIR = Pattern.compile("(?m)(?<v>" + INITIALLED + ")[ ]?/[ ]?(?<w>" + INITIALLED
            + ")(?=[ \\t]*[.,;]?[ \\t]*(?:$|\\n))");
    private static final Pattern BEHIND_DATE = Pattern.compile(
            "(?i:\\b(?:reported|dictated|typed|verified|signed|approved|authori[sz]ed|checked|validated|amended|vetted)(?: on)?:? \\d{1,4}[-/. ][\\p{L}\\d]{1,9}[-/. ]\\d{2,4}(?:,? (?:at )?\\d{1,2}[:.]\\d{2})?)[ ,:\\-–/]{1,3}(?<v>"
                    + INITIALLED + ")");
    private static final Pattern LAST_LINE = Pattern
            .compile("\\n[ \\t]*(?<v>" + INITIALLED + ")[ \\t.]*(?:\\n[^\\n]{0,50})?\\s*$");
    private static final Pattern ROW = Pattern.compile(
            "(?m)(?:^[ \\t]*|(?<=[:(] ?))(?<v>" + SURNAME + "(?: ?/ ?" + SURNAME
                    + "){1,3})(?=[ \\t]*(?:$|[).;]| \\p{Ll}))");
    /** "2. MOSS Edith - stable", "3. Moss, E: new". */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?m)(?:^[ \\t]*|(?<=[.;:] ))(?<n>\\d{1,2}[.)][ ]+)?(?<s>\\p{Lu}[\\p{L}'’\\-]{2,})(?<c>,?) (?<f>\\p{Lu}\\p{Ll}{2,}|\\p{Lu}\\b)\\.?(?=[ ]?[-–:(,;]|[ ]{1,2}\\d|[ \\t]*$)");
    private static final Pattern INITIALS = Pattern.compile(" ?/ ?(?<v>\\p{Lu}{2,4})(?=[ \\t]*(?:[.;)\\n]|$))");
    private static final Pattern BRACKETED = Pattern
            .compile("\\((?<v>\\p{Lu}{2,3}) ?/ ?(?<w>" + SURNAME + ")\\)");
    private static final Pattern SHOUTED = Pattern
            .compile("(?<![\\p{L}\\d])(?<f>\\p{Lu}{3,}) (?<s>\\p{Lu}{4,}(?:-\\p{Lu}{3,})?)(?=[ ,(]{1,3}\\d)");
    /** Where an initial is a spine's level, a magnet or a grade. */
    private static final Set<String> NO_SURNAMES = Set.of("spine", "sagittal", "axial", "coronal", "wave", "scan",
            "arm", "score", "stage", "grade", "type", "tube", "test", "ray", "weighted", "dimer", "section", "cell",
            "cells");

    private final NameGrammar grammar;
    private final Words words;

    SignedRows(NameGrammar grammar, Words words) {
        this.grammar = grammar;
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (Pattern pattern : List.of(BEFORE_ROLE, PAIR, BEHIND_DATE, LAST_LINE)) {
            Matcher match = pattern.matcher(passage.text());
            while (match.find()) {
                boolean sure = pattern != LAST_LINE;
                boolean pair = pattern == PAIR;
                if (surname(match.group("v"), sure) && (!pair || surname(match.group("w"), true))) {
                    add(match, "v", found);
                    if (pair) {
                        add(match, "w", found);
                    }
                }
            }
        }
        row(passage, found);
        numbered(passage, found);
        shouted(passage, found);
        initialsBeside(passage, found);
    }

    /** Takes into a name found what belongs to it: the letter of a surname behind a forename, a forename before a particle. */
    void lengthen(Passage passage, List<Finding> found) {
        found.replaceAll(finding -> {
            if (!finding.kind().isName()) {
                return finding;
            }
            int first = passage.wordFrom(finding.start());
            while (first > 1 && grammar.particle(passage, first - 1)) {
                first--;
            }
            int behind = passage.wordFrom(finding.end());
            boolean letter = behind > 0 && behind < passage.words().size() && passage.words().get(behind).initial()
                    && NameGrammar.shortSurname(words, passage, behind);
            boolean forename = first > 0 && first < passage.words().size() && grammar.particle(passage, first)
                    && passage.before(first).equals(" ") && Capitals.titleCase(passage.words().get(first - 1))
                    && (words.given(passage.words().get(first - 1).lower())
                            || passage.words().get(first - 1).lower().equals("jan"));
            boolean inverted = first < behind && behind < passage.words().size() && grammar.particle(passage, first)
                    && passage.before(behind).equals(", ") && passage.words().get(behind).capitalised()
                    && words.given(passage.words().get(behind).lower().replaceFirst("-.*", ""));
            letter |= inverted;
            return letter || forename
                    ? new Finding(forename ? passage.words().get(first - 1).start() : finding.start(),
                            letter ? passage.words().get(behind).end() : finding.end(), finding.kind(), finding.rule(),
                            finding.confidence())
                    : finding;
        });
    }

    /** "Tamsel Quorrie / QX" and "(QX/Quorrie)": initials beside somebody by a slash. */
    private void initialsBeside(Passage passage, List<Finding> found) {
        for (Finding finding : List.copyOf(found)) {
            Matcher initials = INITIALS.matcher(passage.text()).region(finding.end(), passage.text().length());
            if (finding.kind() == STAFF_NAME && initials.lookingAt()
                    && !words.never(initials.group("v").toLowerCase(Locale.ROOT))) {
                add(initials, "v", found);
            }
        }
        Matcher pair = BRACKETED.matcher(passage.text());
        while (pair.find()) {
            String surname = pair.group("w").toLowerCase(Locale.ROOT);
            if (!words.never(pair.group("v").toLowerCase(Locale.ROOT)) && !words.ordinary(surname)
                    && !words.eponym(surname) && !words.thing(surname)
                    && (words.surname(surname) || NameShape.unknown(surname, words))) {
                add(pair, "v", found);
                add(pair, "w", found);
            }
        }
    }

    /** "ROSE QUORRIE 3/2/51": a forename and a surname in capitals among small letters, and a number behind them. */
    private void shouted(Passage passage, List<Finding> found) {
        Matcher match = SHOUTED.matcher(passage.text());
        while (match.find()) {
            String forename = match.group("f").toLowerCase(Locale.ROOT);
            String surname = match.group("s").toLowerCase(Locale.ROOT);
            if (words.given(forename) && !words.never(forename) && words.surname(surname) && !words.ordinary(surname)
                    && !words.eponym(surname)) {
                found.add(new Finding(match.start("f"), match.end("s"), PATIENT_NAME, "name:shouted", 0.9));
            }
        }
    }

    private static void add(Matcher match, String group, List<Finding> found) {
        found.add(new Finding(match.start(group), match.end(group), STAFF_NAME, "name:signed-row", 0.9));
    }

    /** @param sure whether a word of medicine is a surname here */
    private boolean surname(String name, boolean sure) {
        String lower = name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('.')) + 1)
                .toLowerCase(Locale.ROOT);
        return lower.length() > 1 && !NO_SURNAMES.contains(lower) && !words.functionWord(lower) && !words.thing(lower)
                && (words.surname(lower) || !words.never(lower) && (sure || words.likeSurname(lower)
                        || NameShape.unknown(lower, words)));
    }

    /** "Gupta/Hall/Ng": names all of them and one at least nothing else, or two surnames on the last line. */
    private void row(Passage passage, List<Finding> found) {
        Matcher match = ROW.matcher(passage.text());
        while (match.find()) {
            boolean all = true;
            boolean plain = false;
            boolean listed = false;
            for (String part : match.group("v").toLowerCase(Locale.ROOT).split(" ?/ ?")) {
                all &= (words.surname(part) || NameShape.unknown(part, words)) && !words.never(part)
                        && !words.thing(part) && !NameShape.maker(part);
                plain |= !words.ordinary(part) && !words.eponym(part) && !words.place(part);
                listed |= words.surname(part);
            }
            boolean last = passage.text().substring(match.end()).isBlank()
                    && passage.text().lastIndexOf('\n', match.start("v")) >= 0;
            if (all && listed && (plain || last)) {
                int at = match.start("v");
                for (String part : match.group("v").split("(?<=/)|(?=/)")) {
                    String name = part.strip();
                    if (!name.equals("/") && !name.isEmpty()) {
                        int start = at + part.indexOf(name);
                        found.add(new Finding(start, start + name.length(), STAFF_NAME, "name:signed-row", 0.88));
                    }
                    at += part.length();
                }
            }
        }
    }

    private void numbered(Passage passage, List<Finding> found) {
        Matcher match = NUMBERED.matcher(passage.text());
        while (match.find()) {
            String surname = match.group("s").toLowerCase(Locale.ROOT);
            String forename = match.group("f").toLowerCase(Locale.ROOT);
            boolean shouted = match.group("s").equals(match.group("s").toUpperCase(Locale.ROOT));
            boolean comma = !match.group("c").isEmpty();
            boolean name = words.surname(surname) && !words.functionWord(surname)
                    || surname.length() > 4 && NameShape.unknown(surname, words);
            boolean initial = forename.length() == 1;
            boolean given = !initial && words.given(forename) && !words.never(forename)
                    && (comma || shouted)
                    && (match.group("n") != null || !words.ordinary(forename) || comma && !words.used(forename));
            if (name && (given || initial && comma && match.group("n") != null)) {
                found.add(new Finding(match.start("s"), match.end("f"), PATIENT_NAME, "name:numbered", 0.9));
            }
        }
    }
}
