package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.detect.Passage.Word;
import org.jspecify.annotations.Nullable;

/** How far a name reaches: forenames, initials, particles, double surnames, {@code SURNAME, Forename}. */
final class NameGrammar {

    static final Set<String> PARTICLES = Set.of("van", "von", "de", "der", "den", "del", "della", "da", "di",
            "du", "la", "le",
            "el", "al", "bin", "ibn", "ben", "ter", "ten", "dos", "das", "af", "av", "zu", "mac", "mc", "o", "st", "y",
            "nic", "ni", "ap");
    private static final Pattern ABSTRACT = Pattern.compile(
            ".*(?:ness|ity|ion|ing|ed|ly|ous|al|ic|ive|ment|ism|osis|itis|oma|emia|gram|graphy|scopy|ectomy|pathy|scale|ble|ful|less|ence|ance)");
    private static final Pattern GRADE = Pattern.compile(
            "Sp[Rr]|SPR|St[Rr]|STR|S[Tt]|CT|FY|SHO|SAS|M\\.?D|DO|MBChB|MBBS|MB|FRC\\p{L}+|MRC\\p{L}+|FFR|FACC|FACR|DMRD|BSc|MSc|PhD|RN|RGN|RMN|NP|ANP|PA|PA-C|GP|OT|PT|SLT|IR|ID|DPM|DDS|DCR");
    private static final Set<String> LABELS = Set.of("dob", "nhs", "mrn", "crn", "uhpi", "nok", "unit", "hosp", "hcpc",
            "gmc", "nmc",
            "gdc", "aged", "born", "accession", "gender", "sn", "hca", "pcp", "enp", "cns", "pt", "amhp", "cpn", "odp",
            "physio", "sqn",
            "ldr");
    private static final int LONGEST = 5;

    /** How sure the surroundings are that a name stands here. */
    enum Surroundings {
        /** A field of a form or a title: an ordinary word is a name here. */
        CERTAIN,
        /** A phrase before it: an ordinary word is a name only when it is a surname too. */
        LIKELY
    }

    /** The words of a name, first and last included, by index. */
    record Reach(int first, int last) {
    }

    private final Words words;

    NameGrammar(Words words) {
        this.words = words;
    }

    /** The name that begins at a word, or null when none does. */
    @Nullable
    Reach read(Passage passage, int first, Surroundings surroundings) {
        List<Word> all = passage.words();
        int last = -1;
        boolean proper = false;
        for (int i = first; i < all.size() && i < first + LONGEST; i++) {
            Word word = all.get(i);
            if (i > first && !joined(passage, i, all.get(i - 1))) {
                break;
            }
            if (doctorate(passage, i)) {
                break;
            }
            if (word.initial()
                    && (!loneInitial(passage, i) || proper && (signs(passage, i) || shortSurname(passage, i)))) {
                last = i;
            } else if (particle(passage, i)) {
                continue;
            } else if (properWord(word, surroundings, proper, passage, i)) {
                last = i;
                proper = true;
            } else {
                break;
            }
        }
        if (!proper) {
            return null;
        }
        return new Reach(first, commaForename(passage, first, nicknamed(passage, last)));
    }

    /** "Archibald ("Erchie") Quorrie": what somebody is called stands in brackets or quotes between the parts of the name. */
    private int nicknamed(Passage passage, int last) {
        List<Word> all = passage.words();
        if (last + 2 >= all.size() || !passage.after(last).matches(" (?:\\(|\\(?[\"“”'‘])")
                || !all.get(last + 1).capitalised() || words.never(all.get(last + 1).lower())
                || !passage.after(last + 1).matches("(?:\\)|[\"“”'’]\\)?) ")) {
            return last;
        }
        Word surname = all.get(last + 2);
        return surname.capitalised() && surname.text().length() > 2 && !words.never(surname.lower())
                && (!words.ordinary(surname.lower()) || words.name(surname.lower())
                        || words.likeSurname(surname.lower()))
                                ? last + 2
                                : last;
    }

    /** Whether nothing but a space, a dot after an initial or a hyphen stands between a word and the one before it. */
    static boolean joined(Passage passage, int word, Word before) {
        String gap = passage.before(word);
        return gap.equals(" ")
                || before.text().length() == 1 && (gap.equals(". ") || gap.equals("."))
                || before.lower().equals("st") && gap.equals(". ");
    }

    boolean particle(Passage passage, int i) {
        List<Word> all = passage.words();
        if (!PARTICLES.contains(KnownNames.fold(all.get(i).text())) || i + 1 >= all.size()
                || !passage.after(i).equals(" ")) {
            return false;
        }
        Word next = all.get(i + 1);
        return next.capitalised() && next.text().length() > 2
                || PARTICLES.contains(next.lower()) && i + 2 < all.size() && all.get(i + 2).capitalised()
                        && passage.after(i + 1).equals(" ");
    }

    /** "M.D." behind a name. */
    private static boolean doctorate(Passage passage, int i) {
        return passage.text().startsWith("M.D", passage.words().get(i).start());
    }

    /** "Tamsel Q." at the end of a line. */
    private static boolean signs(Passage passage, int i) {
        return passage.after(i).matches("(?s)\\.[ \\t]*(?:\\n.*)?");
    }

    /** "Tamsel Q (student)", "Tamsel Q from theatre": a forename that is nothing else and the first letter of the surname. */
    static boolean shortSurname(Words words, Passage passage, int i) {
        if (i == 0 || !passage.before(i).equals(" ") || !Capitals.titleCase(passage.words().get(i - 1))) {
            return false;
        }
        String forename = passage.words().get(i - 1).lower();
        String gap = passage.after(i);
        boolean ends = gap.matches("(?s)\\.?(?:[ ]?[(),;:/].*|\\s*\\n.*|)");
        boolean name = words.given(forename) && !words.ordinary(forename) && !words.eponym(forename)
                && !words.place(forename);
        return (name || ends && NameShape.unknown(forename, words))
                && (ends || name && gap.startsWith(". ") || gap.equals(" ")
                        && i + 1 < passage.words().size() && !passage.words().get(i + 1).capitalised());
    }

    private boolean shortSurname(Passage passage, int i) {
        return shortSurname(words, passage, i);
    }

    /** "A" before a small word is an article, "T" before a number a magnet. */
    private static boolean loneInitial(Passage passage, int i) {
        List<Word> all = passage.words();
        return i + 1 >= all.size() || !all.get(i + 1).capitalised() && !PARTICLES.contains(all.get(i + 1).lower())
                || !passage.after(i).matches("\\.? ?");
    }

    private boolean properWord(Word word, Surroundings surroundings, boolean already, Passage passage, int i) {
        String lower = word.lower();
        if (!word.capitalised() || word.text().length() < 2) {
            return false;
        }
        if (already && !Character.isUpperCase(word.text().charAt(0))) {
            return true;
        }
        if (already && forenameOnly(passage, i)) {
            return true;
        }
        if (grade(word.text()) || words.role(lower) && lower.matches(".*(?:ologist|ographer|iatrist|icist)")) {
            return false;
        }
        if (words.functionWord(lower) && words.given(lower) && !monthName(lower)) {
            return surnameFollows(passage, i);
        }
        if (!already && surroundings == Surroundings.CERTAIN && passage.sparing() && i > 0
                && words.functionWord(lower) && Capitals.titleCase(word) && lower.length() < 4
                && passage.before(i).equals(" ")
                && passage.words().get(i - 1).lower().matches("mr|mrs|ms|miss|dr|prof")) {
            return true;
        }
        if (words.never(lower) && !(words.given(lower) && surroundings == Surroundings.CERTAIN && !already)
                && !monthName(lower)) {
            return words.ordinarySurname(lower)
                    && (i > 0 && words.given(passage.words().get(i - 1).lower()) && already
                            && !words.used(passage.words().get(i - 1).lower())
                            || surroundings == Surroundings.CERTAIN && !already
                            || !already && forenameAfterComma(passage, i)
                            || forenameBefore(passage, i) && !article(passage, i));
        }
        if (words.functionWord(lower) && !monthName(lower)) {
            return false;
        }
        if (already && word.allCapitals() && lower.length() < 4 && !words.name(lower)) {
            return false;
        }
        if (already && monthName(lower) && passage.after(i).matches("(?s)[ ,.]{1,2}\\d.*")) {
            return false;
        }
        if (word.allCapitals() && already && i > 0 && !passage.words().get(i - 1).allCapitals()
                && !passage.words().get(i - 1).initial() && !words.name(lower)) {
            return false;
        }
        if (!words.ordinary(lower) || words.name(lower)) {
            return !(already && words.eponym(lower) && thingFollows(passage, i));
        }
        return surroundings == Surroundings.CERTAIN && !already || !already && forenameAfterComma(passage, i)
                || words.likeSurname(lower) || doubled(word.text())
                || !already && surnameFollows(passage, i) && !words.role(lower)
                || forenameBefore(passage, i)
                        && (!words.used(lower) || already && !passage.words().get(i - 1).initial())
                        && !(lower.length() > 7 && ABSTRACT.matcher(lower).matches())
                || certain(surroundings, already, passage, i);
    }

    /**
     * "Tamsel Rough": a forename that is nothing else and a word with a capital, where ordinary words have none.
     */
    private boolean forenameOnly(Passage passage, int i) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        String before = passage.words().get(i - 1).lower();
        return passage.sparing() && passage.before(i).equals(" ") && Capitals.titleCase(word)
                && Capitals.titleCase(passage.words().get(i - 1)) && words.given(before) && !words.ordinary(before)
                && !words.eponym(before) && !grade(word.text()) && !words.role(lower)
                && (!words.never(lower) || words.ordinarySurname(lower)) && !thingFollows(passage, i)
                && !passage.after(i).matches("(?s)[ ,.]{1,2}\\d.*") && !words.place(lower);
    }

    /** A grade or a qualification behind a name, or the label of what comes next, is no part of the name. */
    static boolean grade(String word) {
        return GRADE.matcher(word).matches() || LABELS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** "Will Petrosyan": a verb before most words, a forename before a capital that no dictionary has. */
    private boolean surnameFollows(Passage passage, int i) {
        if (i + 1 >= passage.words().size() || !passage.after(i).equals(" ")) {
            return false;
        }
        Word next = passage.words().get(i + 1);
        if (next.text().length() > 1 && particle(passage, i + 1)) {
            return true;
        }
        return next.capitalised() && next.text().length() > 2
                && (!words.ordinary(next.lower()) && (!words.eponym(next.lower()) || words.surname(next.lower()))
                        || words.ordinarySurname(next.lower()));
    }

    /** A forename that is a word of grammar, "Will" or "May", before a surname. */
    boolean verbAndForename(Passage passage, int i) {
        Word word = passage.words().get(i);
        return word.text().length() > 2 && word.capitalised() && !word.allCapitals() && words.functionWord(word.lower())
                && words.given(word.lower())
                && surnameFollows(passage, i);
    }

    /** "Ling-Ling", "Evie-Mae": two halves with capitals are a name even where each is a word. */
    boolean doubled(String word) {
        String[] halves = word.split("-");
        return halves.length == 2 && halves[0].length() > 2 && halves[1].length() > 2
                && Character.isUpperCase(halves[1].charAt(0)) && !words.used(halves[0].toLowerCase(Locale.ROOT))
                && !words.never(halves[0].toLowerCase(Locale.ROOT)) && !words.never(halves[1].toLowerCase(Locale.ROOT));
    }

    /** "Mrs Patience Crisp": a title, a forename and whatever stands behind it with a capital. */
    private boolean certain(Surroundings surroundings, boolean already, Passage passage, int i) {
        return surroundings == Surroundings.CERTAIN && already && i > 0 && !passage.words().get(i).allCapitals()
                && passage.before(i).equals(" ") && words.given(passage.words().get(i - 1).lower())
                && !words.given(passage.words().get(i).lower()) && !words.role(passage.words().get(i).lower());
    }

    /** "Auld, Faith": a seldom word, a comma and a forename. */
    private boolean forenameAfterComma(Passage passage, int i) {
        if (i + 1 >= passage.words().size() || !passage.after(i).matches(" ?, ?")) {
            return false;
        }
        Word next = passage.words().get(i + 1);
        return next.capitalised() && words.given(next.lower()) && !words.never(next.lower());
    }

    /** "signed by Snow, Zephyr on 1st May": a date behind it, so that no sentence goes on there. */
    private boolean dateBehind(Passage passage, int forename) {
        return passage.lineFrom(passage.words().get(forename).end())
                .matches("(?: on| at)? (?:\\d|\\p{Lu}\\p{Ll}{2,8} \\d).*");
    }

    private boolean plainName(String lower) {
        return !words.ordinary(lower) && !words.eponym(lower) && !words.place(lower);
    }

    /** "A Field" opens more sentences than it signs. */
    private static boolean article(Passage passage, int i) {
        return passage.words().get(i - 1).text().equals("A") && passage.opensSentence(i - 1);
    }

    /** An initial or a forename of the lists right before a word makes it a surname. */
    private boolean forenameBefore(Passage passage, int i) {
        if (i == 0 || !passage.before(i).matches("\\.? ")) {
            return false;
        }
        Word before = passage.words().get(i - 1);
        return before.initial() || before.capitalised() && !words.ordinary(before.lower())
                && (words.given(before.lower()) || !words.eponym(before.lower()) && !before.allCapitals());
    }

    /** "Bed 5 McAvoy Whipple procedure": what belongs to a procedure, a sign or a score ends the name. */
    private static boolean thingFollows(Passage passage, int i) {
        int end = passage.words().get(i).end();
        String rest = passage.lineFrom(end);
        return rest.matches("(?s)(?:['’]s)? \\d.*") || EponymGuard.thing(rest);
    }

    private static boolean monthName(String lower) {
        return lower.equals("may") || lower.equals("april") || lower.equals("june") || lower.equals("august");
    }

    /** "SURNAME, Forename" or "Surname, Forename M": how far the forenames after a comma reach. */
    private int commaForename(Passage passage, int first, int last) {
        List<Word> all = passage.words();
        int next = last + 1;
        if (next >= all.size() || !passage.after(last).equals(", ") && !passage.after(last).equals(",")
                && !passage.after(last).equals(" , ") || last - first > 1) {
            return last;
        }
        Word forename = all.get(next);
        if (forename.initial()) {
            int ends = next + 1 < all.size() && all.get(next + 1).initial() && passage.after(next).matches("\\.? ?")
                    ? next + 1
                    : next;
            return passage.after(ends).matches("(?s)\\.?(?:[):].*|\\s*\\n.*|\\s{2,}.*|)") ? ends : last;
        }
        boolean surnameFirst = all.get(last).allCapitals() || words.given(forename.lower())
                && !words.ordinary(forename.lower()) && !words.given(all.get(last).lower())
                || !words.ordinary(forename.lower()) && !words.eponym(forename.lower()) && lineEnds(passage, next)
                || last == first && dateBehind(passage, next) && !words.used(forename.lower())
                || last == first && (words.given(forename.lower()) || plainName(forename.lower()))
                        && (lineEnds(passage, next)
                                || passage.after(next).matches("(?s) (?:on|at|MD|NP|RN|DO|PA-C|Sp[Rr]|\\d).*|,? \\d.*")
                                || passage.after(next).equals(" ") && next + 1 < all.size()
                                        && all.get(next + 1).text().matches("on|at|MD|FRCR|M|NP|RN|DO|PA-C|Sp[Rr]"));
        if (!forename.capitalised() || !surnameFirst || forename.allCapitals() && forename.text().length() < 4
                || words.never(forename.lower()) || words.place(forename.lower())
                || grade(forename.text()) || words.ordinary(forename.lower()) && !words.name(forename.lower())
                        && !dateBehind(passage, next)) {
            return last;
        }
        int tail = next;
        while (tail + 1 < all.size() && passage.after(tail).matches(" ") && all.get(tail + 1).capitalised()
                && (all.get(tail + 1).initial() || words.given(all.get(tail + 1).lower())) && tail < next + 2) {
            tail++;
        }
        return tail;
    }

    /** Whether the line, the field or the text ends behind a word. */
    private static boolean lineEnds(Passage passage, int word) {
        String gap = passage.after(word);
        return word + 1 == passage.words().size() && !gap.matches("(?s).*\\d.*")
                || gap.matches("(?s)[ \\t]*(?:\\n.*|[ \\t]{2,}.*|[(|:].*)");
    }
}
