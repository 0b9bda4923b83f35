package org.imaginghaven.dicom.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy: a line is {@code policy NAME VERSION}, {@code option WORD...}, {@code include allow-list} or a rule
 * {@code ACTION TARGET... [when CONDITION]}. Checks every line against the dictionary.
 */
final class PolicyParser {

    /** A rule for private elements of a block. */
    record PrivateTarget(int group, int element, String creator) {
    }

    private static final Pattern PRIVATE = Pattern
            .compile("\\(([0-9A-Fa-f]{4}),xx([0-9A-Fa-f]{2}),\"([^\"]+)\"\\)");
    private static final Pattern WORD = Pattern.compile("\\([0-9A-Fa-f]{4},xx[0-9A-Fa-f]{2},\"[^\"]+\"\\)|\"[^\"]*\"="
            + "\"[^\"]*\"|\"[^\"]*\"|\\S+");

    String name = "";
    String version = "";
    final Set<Option> options = EnumSet.noneOf(Option.class);
    final Map<Integer, List<Rule>> rules = new HashMap<>();
    final Map<PrivateTarget, Rule> privateRules = new HashMap<>();
    private final Map<String, Action> seen = new HashMap<>();

    void read(String text, String source) {
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                line(line, source, number);
            }
        }
    }

    private void line(String line, String source, int number) {
        String body = line;
        Condition condition = null;
        int when = line.indexOf(" when ");
        if (when > 0) {
            body = line.substring(0, when).strip();
            condition = Condition.parse(line.substring(when + 6), source, number);
        }
        List<String> words = words(body);
        String verb = words.get(0);
        switch (verb) {
            case "policy" -> {
                name = words.size() > 1 ? words.get(1) : "";
                version = words.size() > 2 ? words.get(2) : "1";
            }
            case "option" -> words.subList(1, words.size()).forEach(word -> option(word, source, number));
            case "include" -> read(Resources.text(words.get(words.size() - 1) + ".txt"), words.get(words.size() - 1));
            default -> rule(verb, words.subList(1, words.size()), condition, source, number);
        }
    }

    private static List<String> words(String body) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(body);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private void option(String word, String source, int line) {
        if (word.equals(Option.CLEAN_FACES.word())) {
            throw new PolicyException(source, line,
                    "the option clean-faces (Clean Recognizable Visual Features) is not offered: faces are not found");
        }
        for (Option option : Option.values()) {
            if (option.word().equals(word)) {
                options.add(option);
                if (options.contains(Option.FULL_DATES) && options.contains(Option.MODIFIED_DATES)) {
                    throw new PolicyException(source, line, "full-dates and modified-dates contradict each other");
                }
                return;
            }
        }
        throw new PolicyException(source, line, "no option is called \"" + word + "\"");
    }

    private void rule(String verb, List<String> words, @Nullable Condition condition, String source, int line) {
        List<String> targets = new ArrayList<>(words);
        Action action = action(verb, targets, source, line);
        if (targets.isEmpty()) {
            throw new PolicyException(source, line, "the rule names no element");
        }
        for (String target : targets) {
            Action twice = seen.putIfAbsent(source + target + condition + (condition == null ? "" : line), action);
            if (twice != null && !twice.equals(action)) {
                throw new PolicyException(source, line, "contradicts an earlier line about " + target);
            }
            target(target, action, condition, source, line);
        }
    }

    private Action action(String verb, List<String> targets, String source, int line) {
        return switch (verb) {
            case "keep" -> new Action.Keep();
            case "keep-code" -> new Action.KeepCode();
            case "remove" -> new Action.Remove();
            case "empty" -> new Action.Empty();
            case "dummy" -> new Action.Dummy();
            case "uid" -> new Action.NewUid();
            case "shift" -> new Action.ShiftDate();
            case "clean" -> new Action.CleanText(true);
            case "pseudonym" -> new Action.Pseudonym();
            case "hash" -> new Action.Hash();
            case "replace" -> new Action.Replace(quoted(targets, source, line));
            case "age-band" -> new Action.AgeBand((int) number(targets, source, line));
            case "round" -> new Action.Round(number(targets, source, line));
            case "map" -> new Action.MapTo(mapping(targets, source, line));
            default -> throw new PolicyException(source, line, "\"" + verb + "\" is no action; write keep, keep-code, "
                    + "remove, empty, dummy, uid, shift, clean, pseudonym, hash, replace, age-band, round or map");
        };
    }

    private static String quoted(List<String> words, String source, int line) {
        String last = words.isEmpty() ? "" : words.remove(words.size() - 1);
        if (last.length() < 2 || last.charAt(0) != '"') {
            throw new PolicyException(source, line, "replace needs a text in quotes at the end");
        }
        return last.substring(1, last.length() - 1);
    }

    private static double number(List<String> words, String source, int line) {
        try {
            double number = Double.parseDouble(words.isEmpty() ? "" : words.remove(words.size() - 1));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new PolicyException(source, line, "needs a number above 0 at the end");
    }

    private static Map<String, String> mapping(List<String> words, String source, int line) {
        Map<String, String> texts = new HashMap<>();
        while (!words.isEmpty() && words.get(words.size() - 1).matches("\"[^\"]*\"=\"[^\"]*\"")) {
            String[] sides = words.remove(words.size() - 1).split("\"=\"");
            texts.put(sides[0].substring(1), sides.length < 2 ? "" : sides[1].substring(0, sides[1].length() - 1));
        }
        if (texts.isEmpty()) {
            throw new PolicyException(source, line, "map needs pairs \"FROM\"=\"TO\" at the end");
        }
        return texts;
    }

    private void target(String target, Action action, @Nullable Condition condition, String source, int line) {
        Matcher match = PRIVATE.matcher(target);
        String origin = source + " line " + line;
        if (match.matches()) {
            int group = Integer.parseInt(match.group(1), 16);
            if (!Tag.isPrivate(group << 16)) {
                throw new PolicyException(source, line, "group " + match.group(1) + " is not private");
            }
            privateRules.put(new PrivateTarget(group, Integer.parseInt(match.group(2), 16), match.group(3)),
                    new Rule(action, origin, 0, condition));
            return;
        }
        String[] path = target.split("\\.");
        int parent = path.length > 1 ? Condition.tag(path[path.length - 2], source, line) : 0;
        int tag = Condition.tag(path[path.length - 1], source, line);
        if (Tag.isPrivate(tag)) {
            throw new PolicyException(source, line,
                    "a private element is addressed by its creator: (gggg,xxee,\"CREATOR\")");
        }
        check(action, Dictionary.vr(tag), target, source, line);
        rules.computeIfAbsent(tag, none -> new ArrayList<>()).add(0, new Rule(action, origin, parent, condition));
    }

    private static void check(Action action, @Nullable Vr vr, String target, String source, int line) {
        boolean fits = vr == null || switch (action.kind()) {
            case KEEP, REMOVE, EMPTY -> true;
            case KEEP_CODE, DUMMY -> vr != Vr.SQ;
            case NEW_UID -> vr == Vr.UI;
            case SHIFT_DATE -> vr == Vr.DA || vr == Vr.DT || vr == Vr.TM;
            case CLEAN_TEXT -> vr.isFreeText();
            case PSEUDONYM -> vr == Vr.LO || vr == Vr.SH || vr == Vr.PN || vr == Vr.ST || vr == Vr.LT
                    || vr == Vr.UT || vr == Vr.UC;
            case REPLACE -> vr.isText() && vr != Vr.UI;
            case AGE_BAND -> vr == Vr.AS;
            case ROUND -> vr == Vr.DS || vr == Vr.IS;
            case MAP_TO -> vr.isText();
            case HASH -> vr == Vr.LO || vr == Vr.SH || vr == Vr.CS || vr == Vr.UT || vr == Vr.UC
                    || vr == Vr.ST || vr == Vr.LT || vr == Vr.PN;
        };
        if (!fits) {
            throw new PolicyException(source, line,
                    action.word() + " cannot apply to " + target + ", whose VR is "
                            + vr.name().toUpperCase(Locale.ROOT));
        }
    }
}
