package org.imaginghaven.nlp.detect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what stands behind a word makes it the subject of a sentence about somebody: the verbs of a dictionary where the
 * phrases of {@link PersonActs} end.
 */
final class Predicates {

    private static final Pattern NEXT = Pattern.compile(
            "^ (?:(?:also|now|then|still|currently|kindly|subsequently|therefore|since|already|never|always|usually|often|only|just|really|again)\\s)?(?<verb>\\p{Ll}{2,})(?<behind>[^\\n]{0,24})");
    private static final Pattern TO = Pattern.compile("^ (?:is |are |was |were )?to (?<verb>\\p{Ll}{2,})\\b");
    private static final Pattern OBJECT = Pattern.compile(
            "^ (?:(?:on|about|me|us|him|her|them|that|if|whether|how|why|the|an?|his|their|no|not|some|any|it|this|these|to)\\b(?! by\\b)|\\p{Lu}).*");
    /** How somebody is, and from where, without a verb, as notes are written. */
    private static final Pattern STATE = Pattern.compile(
            "^,? (?:unable|concerned|happy|unhappy|keen|anxious|worried|tearful|agreeable|reluctant|pleased|upset|distressed|cooperative|who|whose|whom|herself|himself|from (?:\\p{Ll}+(?:ology|therapy|etics|iatrics|surgery)|theatre|theatres|physio|pharmacy|bookings|reception|x-?ray|CT|MRI|ICU|ITU|ED|A&E))\\b");
    /** The same of what may be a thing too. */
    private static final Pattern STATE_OR_TIME = Pattern.compile(
            "^,? (?:home|today|yesterday|tomorrow|tonight|again|should|could|can|cannot|must|might|may|will|would|did|does|able|comfortable|unwell|(?:and|with) (?:his|her))\\b");
    private static final Pattern NO_PREDICATE = Pattern.compile(
            "shaped|sized|colou?red|based|related|induced|guided|limited|injured|fractured|bandaged|enlarged|elevated|thickened|calcified|measured|seen|located|involved");
    /** Who was told or asked, which a thing is not. */
    private static final Pattern REACHED = Pattern.compile(
            "^ (?:was |been )?(?:informed|updated|notified|telephoned|phoned|rung|bleeped|paged|contacted|emailed|messaged|aware|in attendance|on call)\\b");
    /** What findings, drugs, devices and pictures do as people do. */
    private static final Set<String> ALSO_THINGS = Set.of("allow", "calculate", "circulate", "classify", "compare",
            "connote", "consider", "control", "denote", "describe", "designate", "determine", "differentiate",
            "distort", "divide", "elicit", "employ", "engulf", "estimate", "evaluate", "exclude", "exert", "express",
            "fail", "handle", "identify", "imply", "impose", "impress", "indicate", "inhibit", "interact",
            "interfere", "issue", "know", "label", "learn", "like", "link", "manage", "manifest", "mark", "mean",
            "measure", "mention", "mimic", "mitigate", "multiply", "neutralize", "note", "permit", "plan", "preclude",
            "predict", "prefer", "present", "prevent", "protect", "provoke", "quote", "react", "register", "relate",
            "relax", "relieve", "repeat", "represent", "resolve", "resort", "respond", "restrain", "risk", "select",
            "sign", "signify", "specify", "stake", "sterilize", "subtract", "succeed", "suffer", "suggest",
            "summarize", "supply", "support", "suspect", "synthesize", "test", "treat", "trust", "underline", "use",
            "utilize", "validate", "verify", "warrant", "work", "check", "start", "charge", "deploy", "rest", "state",
            "analyze", "analyse", "assess", "refer", "require", "care", "associate", "demand", "guarantee", "help",
            "hope", "infect", "injure", "join", "question", "recall", "affirm", "confirm", "conclude", "consist");

    private final Words words;

    Predicates(Words words) {
        this.words = words;
    }

    /** Whether nothing but a person is or does this. */
    boolean surely(String rest) {
        if (PersonActs.surely(rest)) {
            return true;
        }
        Matcher next = NEXT.matcher(rest);
        if (!next.find()) {
            return false;
        }
        String verb = next.group("verb");
        return words.personal(verb) && !alsoThings(verb)
                || words.personalPast(verb) && !alsoThings(verb) && OBJECT.matcher(next.group("behind")).matches();
    }

    private static boolean alsoThings(String form) {
        for (String ending : new String[]{"", "s", "es", "d", "ed"}) {
            if (form.endsWith(ending)
                    && ALSO_THINGS.contains(form.substring(0, form.length() - ending.length()))) {
                return true;
            }
        }
        return form.endsWith("ies") && ALSO_THINGS.contains(form.substring(0, form.length() - 3) + "y")
                || form.endsWith("ied") && ALSO_THINGS.contains(form.substring(0, form.length() - 3) + "y");
    }

    /** Whether a word that is a name elsewhere in the text or in the header is the subject of this. */
    boolean subject(String rest) {
        if (PersonActs.maybe(rest) || noted(rest) || STATE_OR_TIME.matcher(rest).find()) {
            return true;
        }
        Matcher next = NEXT.matcher(rest);
        return toDo(rest) || next.find() && words.predicate(next.group("verb"))
                && !NO_PREDICATE.matcher(next.group("verb")).matches();
    }

    /** Whether this says how a person is, where somebody comes from or who was told. */
    boolean noted(String rest) {
        return REACHED.matcher(rest).find() || STATE.matcher(rest).find();
    }

    /** "to review tomorrow": what a note leaves to somebody. */
    boolean toDo(String rest) {
        Matcher to = TO.matcher(rest);
        return to.find() && words.infinitive(to.group("verb"));
    }

    /**
     * Whether an ordinary word that is a name elsewhere in the text or in the header is one where every word has a capital, at
     * the head of a sentence or in a line of capitals: it is unless it says something about the word behind it.
     */
    boolean standsAlone(Passage passage, int i) {
        String rest = passage.rest(i);
        if (i + 1 >= passage.words().size()) {
            return !rest.startsWith(":");
        }
        String gap = passage.after(i);
        String next = passage.words().get(i + 1).text().toLowerCase(Locale.ROOT);
        if (!gap.matches("[ \\-–/]+")) {
            return !gap.startsWith(":");
        }
        return gap.equals(" ") && words.functionWord(next) && !next.matches(
                "and|or|of|the|for|in|on|to|at|by|with|within|from|near|into|over|under|between|as|into|up|off|out|a|an");
    }
}
