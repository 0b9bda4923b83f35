package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Gives back the usual capitals of a text that was typed or dictated in one case only, so that what tells a name in other texts
 * tells it here too. The length does not change, so offsets hold for the text as it came.
 */
final class SameCase {

    private static final int FEWEST_LETTERS = 20;
    private static final double MOST_CAPITALS = 0.01;
    /** Numbers with letters and abbreviations keep their capitals where nothing else has any. */
    private static final double MOST_ACRONYMS = 0.06;
    /** Where no word at all begins with a capital and goes on small, headings in capitals stand among small letters. */
    private static final double MOST_HEADINGS = 0.3;
    private static final Pattern BEGINS = Pattern.compile("\\p{Lu}\\p{Ll}");
    /** A text in capitals still has its "mm" and "mg". */
    private static final double MOST_SMALL = 0.08;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern SITE = Pattern
            .compile(
                    "(?:hospitals?|infirmary|hospice|surgery|clinic|practice|centre|center|home|general|memorial|ach|miu|dgh|imaging|unit|ward|lodge|house|road|street|avenue|crescent"
                            + "|terrace|lane|drive|gardens|grove|place|close|court|row|view|wynd|gate|park|square|way|rd|st|ave)");
    private static final Pattern ANNOUNCES = Pattern.compile(
            "(?i)(?:[:=]|\\b(?:by|with|to|from|name|pt|patient|dear|reported|signed|verified|typed|dictated|help of|opinion of|care of|"
                    + Kin.WORD
                    + "|consultant|registrar|radiographer|sonographer|surgeon|nurse|sister|mr|mrs|ms|miss|dr|prof)\\b\\.?|^|\\n)\\s*$");
    private static final Pattern KIN_BEFORE = Pattern.compile("(?i)\\b" + Kin.WORD + "\\s+$");
    private static final Pattern FIELD_BEFORE = Pattern.compile(
            "(?i)\\b(?:surname|forename|(?:first|last|family|given|patient) name)\\s*:?\\s+$");
    private static final Pattern DONE_BY_BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:(?:reviewed|dictated|seen|reported|signed|checked|requested|referred|verified|typed|performed|approved|scanned|discussed|shown) (?:by|with|to)|dictated,|signed|ref|d/w)\\s+|\\bby \\p{L}{3,14} and )$");
    private static final Pattern NAME_ENDS = Pattern.compile("(?s)\\s*(?:$|\\n|[.,;/]|(?i:and )|\\d)");
    private static final Pattern PATIENT_BEFORE = Pattern
            .compile("(?i)(?:\\b(?:pt|patient)|(?:^|[.\\n]\\s?)(?:re|name))[: ]+$");
    private static final Pattern PERSON_BEFORE = Pattern.compile(
            "(?i)\\b(?:(?:attended|attends|came|arrived|accompanied|escorted|brought|driven)(?: in)? (?:with|by)|(?:lady|gentleman|man|woman|male|female|boy|girl|patient),|named|called)\\s+$");
    /** The head of a patient's label: two words, with a dot, a comma or a space between, and a number or a date behind them. */
    private static final Pattern LABEL_LINE = Pattern.compile(
            "(?m)^[ \\t]*(?<a>\\p{L}[\\p{L}'’\\-]+)(?:\\.|,[ ]?|[ ])(?<b>\\p{L}[\\p{L}'’\\-]+)(?<c>[. ]\\p{L})?(?=[ ,(]{1,4}(?:\\d{1,2}[-./ ]|\\d{5}|\\(|chi\\b|nhs\\b|dob\\b|hosp|born\\b))");
    private static final Pattern SIGNED = Pattern.compile(
            "(?i)(?<![\\p{L}.\\d])(?<a>\\p{L})\\.? (?<b>\\p{L}{3,})(?=,? (?:consultant|locum|specialist registrar|registrar|spr|radiologist|radiographer|sonographer|reporting radiographer|advanced practitioner)\\b)");
    /** Where a name ends and its sentence ends or goes on. */
    private static final Pattern KIN_ENDS = Pattern.compile("(?s)\\s*(?:$|\\n|[.,;)(/]|(?i:and |tel|ph |on \\d|\\d))");
    private static final Set<String> POSTNOMINALS = Set.of("md", "spr", "sho", "frcr", "frcs", "mrcp", "mbbs", "mbchb",
            "rn",
            "phd", "str");
    private static final Set<String> TITLES = Set.of("dr", "drs", "doctor", "prof", "professor", "mr", "mrs", "ms",
            "miss", "master", "sister", "nurse", "matron", "sir", "dame", "mx");

    private SameCase() {
    }

    /** The text itself when it has small letters and capitals of its own, or is too short to tell. */
    static String restored(String text, Words words) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (letters < FEWEST_LETTERS) {
            return text;
        }
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        long beginnings = BEGINS.matcher(text).results().count();
        if (beginnings <= letters * MOST_CAPITALS && capitals <= letters * MOST_ACRONYMS
                || beginnings == 0 && capitals <= letters * MOST_HEADINGS) {
            return capitalised(text, words);
        }
        return letters - capitals <= letters * MOST_SMALL ? capitalised(small(text), words) : text;
    }

    /** All in capitals, a character for a character, for forms such as postcodes and numbers with letters. */
    static String capitals(String text) {
        StringBuilder capitals = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            capitals.append(Character.toUpperCase(text.charAt(i)));
        }
        return capitals.toString();
    }

    /** In small letters, a character for a character: some capitals have two small letters, and offsets must hold. */
    static String small(String text) {
        StringBuilder small = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            small.append(Character.toLowerCase(text.charAt(i)));
        }
        return small.toString();
    }

    private static String capitalised(String text, Words words) {
        List<MatchResult> all = WORD.matcher(text).results().toList();
        StringBuilder restored = new StringBuilder(text);
        labelLine(text, restored, words);
        signedLine(text, restored, words);
        boolean afterTitle = false;
        boolean afterForename = false;
        boolean afterSignature = false;
        for (int i = 0; i < all.size(); i++) {
            String lower = all.get(i).group().toLowerCase(Locale.ROOT);
            boolean title = TITLES.contains(lower);
            boolean surname = !words.never(lower) && (!words.ordinary(lower) || words.ordinarySurname(lower)
                    || words.likeSurname(lower) || words.given(lower)
                    || afterSignature && mayBeSurname(lower, words));
            boolean given = words.given(lower) && (!words.functionWord(lower) || nameFollows(text, all, i, words))
                    && (!words.ordinary(lower) || nameFollows(text, all, i, words)
                            || announced(text, all.get(i).start()) && surnameFollows(text, all, i, words)
                            || afterSurname(text, all, i, words));
            if (POSTNOMINALS.contains(lower)) {
                for (int at = all.get(i).start(); at < all.get(i).end(); at++) {
                    raise(restored, at);
                }
            }
            boolean signs = !words.ordinary(lower) && !words.eponym(lower) && lower.length() > 2
                    && signature(text, all, i, words);
            boolean kin = words.given(lower) && !words.functionWord(lower)
                    && (!words.used(lower) || KIN_ENDS.matcher(text.substring(all.get(i).end())).lookingAt())
                    && KIN_BEFORE.matcher(text.substring(Math.max(0, all.get(i).start() - 24), all.get(i).start()))
                            .find()
                    || words.given(lower) && !words.functionWord(lower) && PERSON_BEFORE
                            .matcher(text.substring(Math.max(0, all.get(i).start() - 24), all.get(i).start())).find();
            kin |= !words.never(lower) && (words.name(lower) || words.likeSurname(lower)) && DONE_BY_BEFORE
                    .matcher(text.substring(Math.max(0, all.get(i).start() - 24), all.get(i).start())).find()
                    && NAME_ENDS.matcher(text.substring(all.get(i).end())).lookingAt();
            String rest = text.substring(all.get(i).end(), Math.min(text.length(), all.get(i).end() + 48));
            kin |= !words.never(lower) && words.name(lower) && headOfSentence(text, all.get(i).start())
                    && (PersonActs.agent(rest) || PersonActs.says(rest));
            kin |= !words.never(lower) && lower.length() > 1
                    && FIELD_BEFORE.matcher(text.substring(Math.max(0, all.get(i).start() - 24), all.get(i).start()))
                            .find();
            kin |= !words.never(lower) && words.name(lower) && (!words.used(lower) || words.ordinarySurname(lower))
                    && PATIENT_BEFORE.matcher(text.substring(Math.max(0, all.get(i).start() - 24), all.get(i).start()))
                            .find()
                    && PersonActs.maybe(text.substring(all.get(i).end(), Math.min(text.length(), all.get(i).end() + 48))
                            .toLowerCase(Locale.ROOT));
            boolean shortName = afterForename && words.ordinarySurname(lower) && i > 0
                    && words.given(all.get(i - 1).group().toLowerCase(Locale.ROOT))
                    && announced(text, all.get(i - 1).start());
            boolean initial = lower.length() == 1 && (afterTitle || initialOfName(text, all, i, words));
            if (title || afterTitle && (!words.never(lower) || lower.length() == 1 || words.given(lower)
                    || words.ordinarySurname(lower) && !all.get(i - 1).group().equalsIgnoreCase("mr"))
                    || afterForename && surname || shortName
                    || mayBeName(lower, words) || given || initial || kin) {
                raise(restored, all.get(i).start());
            }
            if (SITE.matcher(lower).matches()) {
                site(restored, all, i, words);
            }
            if (given && i > 0 && commaBetween(text, all, i - 1)
                    && (words.surname(all.get(i - 1).group()) || afterSurname(text, all, i, words))
                    && !words.functionWord(all.get(i - 1).group())) {
                raise(restored, all.get(i - 1).start());
            }
            boolean named = afterForename;
            boolean goesOn = i + 1 < all.size() && spaceOrDotBetween(text, all, i);
            afterForename = goesOn && !title
                    && (initial || given || signs
                            || !title && lower.length() > 2 && mayBeName(lower, words)
                                    && announced(text, all.get(i).start())
                            || (afterTitle || afterForename) && !words.ordinary(lower));
            afterForename |= goesOn && (named || afterTitle) && NameGrammar.PARTICLES.contains(lower);
            afterSignature = signs;
            afterTitle = title || goesOn && afterTitle && lower.length() == 1;
        }
        return restored.toString();
    }

    private static boolean headOfSentence(String text, int at) {
        return text.substring(Math.max(0, at - 3), at).matches("(?s)|.*(?:[.!?\\n]\\s{0,2})");
    }

    private static void labelLine(String text, StringBuilder restored, Words words) {
        LABEL_LINE.matcher(text).results().forEach(line -> {
            String one = line.group(1).toLowerCase(Locale.ROOT);
            String other = line.group(2).toLowerCase(Locale.ROOT);
            boolean name = words.name(one) || words.name(other) || !words.ordinary(one) || !words.ordinary(other);
            if (name && (!words.never(one) || words.given(one)) && (!words.never(other) || words.given(other))) {
                raise(restored, line.start(1));
                raise(restored, line.start(2));
                if (line.start(3) >= 0) {
                    raise(restored, line.start(3) + 1);
                }
            }
        });
    }

    /** "j. knight, consultant radiologist": an initial and a surname before what somebody is. */
    private static void signedLine(String text, StringBuilder restored, Words words) {
        SIGNED.matcher(text).results().forEach(name -> {
            if (mayBeSurname(name.group(2).toLowerCase(Locale.ROOT), words)
                    || mayBeName(name.group(2).toLowerCase(Locale.ROOT), words)) {
                raise(restored, name.start(1));
                raise(restored, name.start(2));
            }
        });
    }

    /** A word of no list at the head of a line, a surname, and then a grade or the end of the line. */
    private static boolean signature(String text, List<MatchResult> all, int i, Words words) {
        boolean lineStart = text.substring(text.lastIndexOf('\n', all.get(i).start()) + 1, all.get(i).start())
                .isBlank();
        if (!lineStart || !surnameFollows(text, all, i, words)) {
            return false;
        }
        String rest = text.substring(all.get(i + 1).end());
        return rest.isBlank() || rest.startsWith("\n") || rest.stripLeading().isEmpty()
                || i + 2 < all.size() && POSTNOMINALS.contains(all.get(i + 2).group().toLowerCase(Locale.ROOT));
    }

    /** What a name stands behind on a form or in a sentence. */
    private static boolean announced(String text, int at) {
        return ANNOUNCES.matcher(text.substring(Math.max(0, at - 24), at)).find();
    }

    private static boolean surnameFollows(String text, List<MatchResult> all, int i, Words words) {
        return i + 1 < all.size() && onlySpaceBetween(text, all, i)
                && mayBeSurname(all.get(i + 1).group().toLowerCase(Locale.ROOT), words);
    }

    /** "pt: stone, olive": a surname that stands where a name is announced, a comma and a forename. */
    private static boolean afterSurname(String text, List<MatchResult> all, int i, Words words) {
        return i > 0 && commaBetween(text, all, i - 1) && announced(text, all.get(i - 1).start())
                && mayBeSurname(all.get(i - 1).group().toLowerCase(Locale.ROOT), words);
    }

    private static boolean mayBeSurname(String lower, Words words) {
        return words.surname(lower) || words.likeSurname(lower)
                || lower.length() > 3 && words.ordinary(lower) && !words.used(lower) && !words.never(lower)
                        && !words.role(lower);
    }

    /** "g. wood" behind a colon, "w okonkwo" anywhere. */
    private static boolean initialOfName(String text, List<MatchResult> all, int i, Words words) {
        if (i + 1 >= all.size() || !spaceOrDotBetween(text, all, i)) {
            return false;
        }
        String next = all.get(i + 1).group().toLowerCase(Locale.ROOT);
        return announced(text, all.get(i).start())
                && (words.surname(next) || !words.ordinary(next) && !words.eponym(next));
    }

    private static boolean spaceOrDotBetween(String text, List<MatchResult> all, int i) {
        return text.substring(all.get(i).end(), all.get(i + 1).start()).matches("\\.? |-|['’]");
    }

    /** "dawn sinclair": an ordinary word that is a forename, before a surname that is no ordinary word. */
    private static boolean nameFollows(String text, List<MatchResult> all, int i, Words words) {
        if (i + 1 >= all.size() || !onlySpaceBetween(text, all, i)) {
            return false;
        }
        String next = all.get(i + 1).group();
        return !words.ordinary(next) && !words.eponym(next) && next.length() > 2;
    }

    private static boolean onlySpaceBetween(String text, List<MatchResult> all, int i) {
        return text.substring(all.get(i).end(), all.get(i + 1).start()).equals(" ");
    }

    private static boolean commaBetween(String text, List<MatchResult> all, int i) {
        return text.substring(all.get(i).end(), all.get(i + 1).start()).matches(", ?");
    }

    /** "the royal inverness infirmary", "st ninian's district hospital": the kind of place, its own name and what qualifies it. */
    private static void site(StringBuilder restored, List<MatchResult> all, int at, Words words) {
        int named = at;
        for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
            String word = all.get(i).group().toLowerCase(Locale.ROOT);
            String gap = restored.substring(all.get(i).end(), all.get(i + 1).start());
            if (!gap.matches(" |['’]|-|\\. ") || words.functionWord(word)) {
                break;
            }
            if (word.length() > 1 && !words.genericSite(word)) {
                if (words.used(word) && !words.name(word) && !words.siteQualifier(word)) {
                    break;
                }
                if (named < at && !words.siteQualifier(word)) {
                    break;
                }
                named = i;
            }
        }
        for (int i = named; named < at && i <= at; i++) {
            if (all.get(i).group().length() > 1) {
                raise(restored, all.get(i).start());
            }
        }
    }

    /** Names of the lists and words that are none; an initial only where a name follows, which the grammar asks for. */
    private static boolean mayBeName(String lower, Words words) {
        return !words.never(lower) && (lower.length() == 1 && !lower.equals("a") && !lower.equals("i")
                || lower.length() > 2 && !words.ordinary(lower) && !words.eponym(lower));
    }

    private static void raise(StringBuilder text, int at) {
        text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
    }
}
