package org.imaginghaven.nlp.detect;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.imaginghaven.nlp.detect.PhraseFile.Phrase;

/** What follows a name and not a finding, a device or a drug; the words are in {@code person-acts.json}. */
final class PersonActs {

    private static final Map<String, Pattern> ACTS = PhraseFile.read("person-acts.json", Map.of()).stream()
            .collect(Collectors.toMap(Phrase::name, Phrase::pattern));
    /** What people do and findings, devices and drugs do not. */
    private static final Pattern SURELY = act("surely");
    /** What people do too: enough behind a word that is a name elsewhere in the text or in the header. */
    private static final Pattern MAYBE = act("maybe");
    private static final Pattern SAYS = act("says");
    /** What people do and are, which few other words with a capital are said to do. */
    private static final Pattern AGENT = act("agent");
    private static final Pattern OWNS = Pattern.compile("^['’]s?\\s\\p{Ll}");

    private static final Pattern KIN = Pattern.compile("^['’]s\\s+" + Kin.WORD + "\\b");
    private static final Pattern OWNED = Pattern.compile("^['’]s(?![\\p{L}])");

    private PersonActs() {
    }

    private static Pattern act(String name) {
        return Objects.requireNonNull(ACTS.get(name), "person-acts.json lacks a rule");
    }

    /** What is said, felt or wished, which a word is the subject of only when it is a name. */
    static boolean says(String rest) {
        return SAYS.matcher(rest).find();
    }

    /** Whose mother, husband or child somebody is. */
    static boolean kin(String rest) {
        return KIN.matcher(rest).find();
    }

    static boolean agent(String rest) {
        return AGENT.matcher(rest).find();
    }

    static boolean surely(String rest) {
        return SURELY.matcher(rest).find();
    }

    /** Whether a word that is a name elsewhere is one before this. */
    static boolean maybe(String rest) {
        return surely(rest) || MAYBE.matcher(rest).find() || owns(rest);
    }

    /** "Gold's earlier films", but not "Baker's cyst". */
    static boolean owns(String rest) {
        return OWNS.matcher(rest).find() && !EponymGuard.thing(rest);
    }

    /** Whether a word of a name from the header has something, whatever it is, that is no disease, sign or device. */
    static boolean owned(String rest) {
        return OWNED.matcher(rest).find() && !EponymGuard.thing(rest);
    }
}
