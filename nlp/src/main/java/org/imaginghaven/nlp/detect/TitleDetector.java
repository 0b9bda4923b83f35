package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.detect.NameGrammar.Reach;
import org.imaginghaven.nlp.detect.NameGrammar.Surroundings;
import org.jspecify.annotations.Nullable;

/** Names after a title: Dr and Prof are staff, Mr and Mrs patients unless the sentence makes them surgeons or relatives. */
final class TitleDetector implements Detector {

    private static final Pattern STAFF = Pattern.compile(
            "(?<![\\p{L}])(?:(?:[Dd]r|DR|Drs|[Pp]rof|PROF|[Pp]rofessor|PROFESSOR|Doctor|Rev|Capt|Col|Sgt|Lt|Cllr)(?:\\.|\\b)[ ]{0,2}(?=\\S)(?:(?:Mr|Dr|Sir|Dame)\\b\\.? )?|(?<role>(?:Staff Nurse|Charge Nurse|Specialist Nurse|Nurse Practitioner|Nurse Specialist|Nurse|Sister|Sr|S/N|SN|SR|Matron|Midwife|Radiographer|Sonographer|Technologist|Physiotherapist|RN|ANP|HCA|Consultant|Registrar|Surgeon|Radiologist|Sir|Dame|Lord|Lady|Physician|Cardiologist|Neurologist|Oncologist|Urologist|Pathologist|Anaesthetist|Anesthetist|Anesthesiologist|Resident|Intern|Houseman)[ ]))");
    private static final Pattern PERSON = Pattern
            .compile(
                    "(?<![\\p{L}])(?:Mr|MR|Mrs|MRS|Ms|MS|Miss|MISS|Master|Mstr|Mx|Messrs|Mister|mr|mrs)(?:\\.|\\b)[ ]{0,2}(?=\\S)(?:(?:and|&) (?:Mrs|Mr|Ms)\\.? )?");
    private static final Set<String> NOT_AFTER_ROLE = Set.of("in", "on", "to", "for", "and", "or", "led", "of", "was",
            "is");

    private static final Pattern SMALL = Pattern
            .compile("(?<![\\p{L}\\d])(?:mr|mrs|dr|prof)\\.? (?<v>\\p{Ll}[\\p{Ll}'’\\-]{1,})(?![\\p{L}\\d])");
    private static final Pattern SMALL_ROLE = Pattern.compile(
            "\\b(?:by|with|to|from|told) (?:nurse|sister|matron|midwife|sonographer|radiographer) (?<v>\\p{Ll}{3,})(?=\\s*(?:[.,;]|\\n|$|and\\b|on\\b|at\\b|today\\b))");

    private final NameGrammar grammar;
    private final Words words;

    TitleDetector(NameGrammar grammar, Words words) {
        this.grammar = grammar;
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        Matcher staff = STAFF.matcher(passage.text());
        while (staff.find()) {
            boolean role = staff.group("role") != null;
            Reach reach = after(passage, staff.end(), role, staff.group().contains("."));
            if (reach != null) {
                int start = role ? passage.words().get(reach.first()).start() : staff.start();
                found.add(new Finding(start, passage.words().get(reach.last()).end(), FindingKind.STAFF_NAME,
                        role ? "name:role" : "name:title", role ? 0.92 : 0.98));
                if (staff.group().startsWith("Drs")) {
                    others(passage, reach, found);
                }
            }
        }
        if (passage.bothCases()) {
            small(passage, found);
        }
        Matcher person = PERSON.matcher(passage.text());
        while (person.find()) {
            if (person.group().matches("M[RS]\\.? ?") && !unlikeWord(passage, person.end())
                    || modality(passage, person)) {
                continue;
            }
            Reach reach = after(passage, person.end(), false, false);
            if (reach != null) {
                int end = passage.words().get(reach.last()).end();
                found.add(
                        new Finding(person.start(), end, NameKind.of(passage.text(), person.start(), end), "name:title",
                                0.98));
            }
        }
    }

    /** "Drs Macrae, Innes and Lockhart": one title for all of them. */
    private void others(Passage passage, Reach first, List<Finding> found) {
        Reach before = first;
        while (passage.after(before.last()).equals(", ") || conjunction(passage, before.last() + 1)) {
            int next = before.last() + (conjunction(passage, before.last() + 1) ? 2 : 1);
            Reach reach = next < passage.words().size() ? grammar.read(passage, next, Surroundings.CERTAIN) : null;
            if (reach == null) {
                return;
            }
            found.add(new Finding(passage.words().get(reach.first()).start(), passage.words().get(reach.last()).end(),
                    FindingKind.STAFF_NAME, "name:title", 0.95));
            before = reach;
        }
    }

    private static boolean conjunction(Passage passage, int word) {
        return word < passage.words().size() && passage.words().get(word).lower().equals("and")
                && passage.before(word).equals(" ");
    }

    /** "Nurse Hand will": a word of medicine that is a surname, behind what only a person is, and nothing that it could describe. */
    private boolean nurse(Passage passage, int i) {
        Passage.Word word = passage.words().get(i);
        return passage.bothCases() && Capitals.titleCase(word) && words.ordinarySurname(word.lower())
                && passage.text().substring(0, word.start()).matches("(?s).*\\b(?:Nurse|Sister|Matron|Midwife) ")
                && !passage.rest(i)
                        .matches("(?s) \\p{Lu}.*|-.*| (?:clinic|specialist|practitioner|unit|room|team|led).*");
    }

    /** "mrs sharp", "dr harriet wynne": a title and a name in small letters among sentences that have capitals. */
    private void small(Passage passage, List<Finding> found) {
        Matcher title = SMALL.matcher(passage.text());
        while (title.find()) {
            int first = passage.wordFrom(title.start("v"));
            int last = first;
            String lower = passage.words().get(first).lower();
            boolean surname = words.surname(lower) && (!words.never(lower) || !title.group().startsWith("mr "))
                    || NameShape.unknown(lower, words);
            boolean longer = words.given(lower) && first + 1 < passage.words().size()
                    && passage.after(first).equals(" ");
            String next = longer ? passage.words().get(first + 1).lower() : "";
            if (longer && !words.functionWord(next) && !words.used(next)
                    && (words.surname(next) || NameShape.unknown(next, words))) {
                last = first + 1;
            }
            if (!words.functionWord(lower) && (surname || last > first)) {
                int end = passage.words().get(last).end();
                found.add(new Finding(title.start(), end, title.group().matches("(?:dr|prof).*")
                        ? FindingKind.STAFF_NAME
                        : NameKind.of(passage.text(), title.start(), end), "name:title", 0.9));
            }
        }
        Matcher role = SMALL_ROLE.matcher(passage.text());
        while (role.find()) {
            String lower = role.group("v");
            if (!words.functionWord(lower) && (words.surname(lower) || NameShape.unknown(lower, words))) {
                found.add(new Finding(role.start("v"), role.end("v"), FindingKind.STAFF_NAME, "name:role", 0.88));
            }
        }
    }

    /** In a report MS is multiple sclerosis and MR a modality, unless what follows is no word but a name. */
    private boolean unlikeWord(Passage passage, int offset) {
        int next = passage.wordFrom(offset);
        if (next >= passage.words().size()) {
            return false;
        }
        String lower = passage.words().get(next).lower();
        if (passage.words().get(next).allCapitals() && passage.text().charAt(offset - 2) == '.') {
            return true;
        }
        return !words.ordinary(lower) && !words.eponym(lower) && !lower.matches(".*(?:gram|graphy|scopy|logy|ics)");
    }

    /** "MR KNEE" in a text of one case: the examination, unless a person follows. */
    private boolean modality(Passage passage, Matcher person) {
        int next = passage.wordFrom(person.end());
        return !passage.bothCases() && person.group().matches("(?i)mr ") && next < passage.words().size()
                && words.never(passage.words().get(next).lower())
                && !NameConsistency.personFollows(passage, next);
    }

    @Nullable
    private Reach after(Passage passage, int offset, boolean role, boolean dotted) {
        int next = passage.wordFrom(offset);
        if (next >= passage.words().size() || passage.words().get(next).start() != offset) {
            return null;
        }
        Passage.Word word = passage.words().get(next);
        if (!word.capitalised() && grammar.particle(passage, next)) {
            return role ? null : grammar.read(passage, next, Surroundings.CERTAIN);
        }
        if (word.initial() && !role && !passage.after(next).startsWith(".") && !passage.after(next).equals(" ")) {
            return new Reach(next, next);
        }
        if (!word.capitalised() || NOT_AFTER_ROLE.contains(word.lower())) {
            return null;
        }
        if (nurse(passage, next)) {
            return new Reach(next, next);
        }
        boolean ordinary = words.ordinary(word.lower()) && !words.name(word.lower())
                && !words.likeSurname(word.lower());
        if (role && !words.never(word.lower()) && !words.role(word.lower())
                && NameConsistency.personFollows(passage, next)) {
            return new Reach(next, next);
        }
        if (ordinary && (role || dotted && (words.never(word.lower()) || words.used(word.lower()))
                && smallWordFollows(passage, next))) {
            return null;
        }
        if (role && word.allCapitals() && word.text().length() <= 4 && !words.name(word.lower())) {
            return null;
        }
        return grammar.read(passage, next, role ? Surroundings.LIKELY : Surroundings.CERTAIN);
    }

    /** "Dr. Comparison made": the dot ends an unfinished sentence and an ordinary one begins. */
    private static boolean smallWordFollows(Passage passage, int word) {
        return word + 1 < passage.words().size() && !passage.words().get(word + 1).capitalised();
    }
}
