package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.PATIENT_NAME;
import static org.imaginghaven.nlp.FindingKind.RELATIVE_NAME;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.detect.NameGrammar.Reach;
import org.imaginghaven.nlp.detect.NameGrammar.Surroundings;
import org.imaginghaven.nlp.detect.PhraseFile.Phrase;

import com.fasterxml.jackson.databind.JsonNode;

/** Names without a title, by the words before them: fields of a form, phrases of a report; the words are in {@code names-behind.json}. */
final class NameContextDetector implements Detector {

    /** A phrase, what it introduces, how sure it is and whether it may stand in small letters without a colon. */
    private record Context(Pattern before, FindingKind kind, Surroundings surroundings, double confidence,
            String rule) {
        static Context of(Phrase phrase) {
            JsonNode fields = phrase.fields();
            return new Context(phrase.pattern(), FindingKind.valueOf(fields.path("report").asText()),
                    Surroundings.valueOf(fields.path("surroundings").asText()), fields.path("confidence").asDouble(),
                    fields.path("rule").asText());
        }
    }

    /** What somebody did or what did something: only a name that is nothing else behind it makes it a person. */
    private static final String BY = "name:by";
    private static final List<Context> CONTEXTS = PhraseFile.read("names-behind.json", Map.of("kin", Kin.WORD)).stream()
            .map(Context::of).toList();

    /** What contrast, drugs, devices and diseases do. */
    private static final Set<String> DONE_BY_THINGS = Set.of("followed", "caused", "replaced", "supported", "covered",
            "surrounded", "complicated", "obscured", "affected", "enhanced", "measured", "graded", "defined",
            "relieved",
            "induced", "supplied", "made", "manufactured", "improved", "controlled", "treated", "opacified", "outlined",
            "produced", "preceded", "closed", "secured", "sealed", "stained", "classified", "staged", "scored",
            "sedation",
            "anticoagulation", "sedated", "anticoagulated", "thinned", "colonised", "infected", "step", "embolised",
            "occluded", "fixed", "described", "published");
    private static final Pattern BY_BEHIND = Pattern.compile(
            "^(?:\\s*$|[ ]?[.,;:)(/&]|\\s*\\n|\\s+(?:and|at|on|in|from|for|to|under|who|with|via|this|last|today|yesterday|then|\\d)|['’]s\\s+(?:team|trainee|registrar|secretary))");
    private static final Pattern SIGNED_BY = Pattern.compile(
            "(?i)\\b(?:reported|dictated|typed|verified|signed|checked|authori[sz]ed|scanned|vetted|consented|cannulated|performed)\\s+by\\s*:?\\s+$");
    private static final Pattern NAME_THEN = Pattern.compile(
            "^(?:['’]s\\b|\\s+(?:attended|was|is|has|had|presented|reports|reported|complains|complained|denies|denied|declined|consented|arrived|tolerated|returned|underwent|came|states|stated|lives|weighs|remains|feels|felt|did\\s+not|will|would)\\b)");

    private final NameGrammar grammar;
    private final Words words;

    NameContextDetector(NameGrammar grammar, Words words) {
        this.grammar = grammar;
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (Context context : CONTEXTS) {
            Matcher match = context.before().matcher(passage.text());
            int from = 0;
            while (from <= passage.text().length() && match.find(from)) {
                after(passage, match.end(), context, found);
                from = Math.max(match.start() + 1, match.end() - 1);
            }
        }
        byForename(passage, found);
    }

    private void after(Passage passage, int after, Context context, List<Finding> found) {
        int next = passage.wordFrom(after);
        if (next >= passage.words().size() || passage.words().get(next).start() != after) {
            return;
        }
        while (NameGrammar.grade(passage.words().get(next).text()) && next + 1 < passage.words().size()
                && passage.after(next).matches("\\.? ")) {
            next++;
        }
        int offset = passage.words().get(next).start();
        Passage.Word word = passage.words().get(next);
        if (context.kind() == PATIENT_NAME && glued(word)) {
            found.add(new Finding(word.start(), word.end(), PATIENT_NAME, "name:glued", 0.9));
            return;
        }
        if (acronym(word) && !commaFollows(passage, next) && context.surroundings() == Surroundings.LIKELY) {
            return;
        }
        Reach reach = grammar.read(passage, next, context.surroundings());
        if (reach == null && context.kind() == FindingKind.STAFF_NAME && signsAs(passage, next)) {
            reach = new Reach(next, next);
        }
        if (reach != null
                && !(context.rule().equals(BY) && !forenameFirst(passage, reach) && !nothingElse(passage, reach))) {
            int end = passage.words().get(reach.last()).end();
            found.add(new Finding(offset, end,
                    NameKind.relativeBehind(passage.text(), end) ? RELATIVE_NAME : context.kind(),
                    context.rule(), context.confidence()));
        }
    }

    /** "Reported by Head.": a word of medicine that is a surname, where writers give no capitals to others and the sentence ends. */
    private boolean signsAs(Passage passage, int i) {
        Passage.Word word = passage.words().get(i);
        return passage.sparing() && Capitals.titleCase(word) && words.ordinarySurname(word.lower())
                && SIGNED_BY.matcher(passage.text().substring(Math.max(0, word.start() - 24), word.start())).find()
                && passage.rest(i).matches("(?s)\\s*(?:[.;].*|\\n.*|)");
    }

    private boolean forenameFirst(Passage passage, Reach reach) {
        Passage.Word first = passage.words().get(reach.first());
        return reach.last() > reach.first() && (first.initial() || words.given(first.lower())
                || words.surname(first.lower()) && !words.ordinary(first.lower()));
    }

    /** One word that is in no dictionary and no list of eponyms, places or makers, and whose sentence goes on or ends. */
    private boolean nothingElse(Passage passage, Reach reach) {
        Passage.Word word = passage.words().get(reach.first());
        String lower = word.lower();
        boolean seldom = !words.used(lower) && !words.never(lower) && !words.eponym(lower) && passage.bothCases();
        boolean name = words.given(lower) && !words.ordinary(lower) && !words.eponym(lower)
                || NameShape.unknown(lower, words) || seldom && words.name(lower) && !words.place(lower);
        String rest = passage.rest(reach.last());
        int by = passage.words().get(reach.first() - 1).lower().matches("by|per")
                ? reach.first() - 1
                : reach.first() - 2;
        boolean thing = by > 0 && DONE_BY_THINGS.contains(passage.words().get(by - 1).lower());
        return reach.first() == reach.last() && !thing && name
                && (!word.allCapitals() || words.name(lower) || lower.length() > 5)
                && (!EponymGuard.thing(rest) || !words.eponym(lower) && rest.matches("(?s) \\d{1,2}[/.].*"))
                && BY_BEHIND.matcher(rest).find();
    }

    /** A forename of the lists and a word that is none, side by side, or before a verb that only people do. */
    private void byForename(Passage passage, List<Finding> found) {
        List<Passage.Word> all = passage.words();
        for (int i = 0; i < all.size(); i++) {
            Passage.Word word = all.get(i);
            if (!word.capitalised() || word.allCapitals() || !words.given(word.lower()) || words.ordinary(word.lower())
                    || words.never(word.lower())) {
                continue;
            }
            Reach reach = grammar.read(passage, i, Surroundings.LIKELY);
            if (reach == null || words.eponym(word.lower()) && reach.last() == i) {
                continue;
            }
            int end = all.get(reach.last()).end();
            boolean two = reach.last() > i
                    && (!all.get(reach.last()).initial() || passage.bothCases()
                            && NameGrammar.shortSurname(words, passage, reach.last())
                            && passage.after(reach.last()).matches("(?s)\\.?(?:[ ]?[(),;:/].*|)"))
                    && !words.place(all.get(reach.last()).lower())
                    && !(words.place(word.lower()) && words.ordinary(all.get(reach.last()).lower())
                            && !words.surname(all.get(reach.last()).lower()));
            if (two || NAME_THEN.matcher(passage.text().substring(end, Math.min(passage.text().length(), end + 24)))
                    .find()
                    && !words.place(word.lower()) && !words.eponym(word.lower())) {
                found.add(new Finding(word.start(), end, NameKind.of(passage.text(), word.start(), end),
                        "name:forename", two ? 0.86 : 0.8));
            }
        }
    }

    /** An initial and a surname without a space: a login or a typing error. */
    private boolean glued(Passage.Word word) {
        return word.text().matches("\\p{Lu}\\p{Lu}\\p{Ll}{2,}(?:-\\p{Lu}\\p{Ll}+)?") && !words.ordinary(word.lower())
                && !words.common(word.lower().substring(1));
    }

    private boolean acronym(Passage.Word word) {
        return word.allCapitals() && word.text().length() <= 5 && !words.name(word.lower());
    }

    private static boolean commaFollows(Passage passage, int word) {
        return passage.after(word).strip().startsWith(",");
    }
}
