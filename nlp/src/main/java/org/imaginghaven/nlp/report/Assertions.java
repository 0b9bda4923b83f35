package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.imaginghaven.nlp.report.Clause.Token;
import org.imaginghaven.nlp.report.Standing.Assertion;
import org.imaginghaven.nlp.report.Standing.Experiencer;
import org.imaginghaven.nlp.report.Standing.Time;
import org.imaginghaven.nlp.report.Trigger.Effect;
import org.imaginghaven.nlp.report.Trigger.Where;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the words around a finding whether it is present, when and whose. Triggers are data; each reaches a number of words
 * within its sentence, and no further than a word that turns the sentence. Thread-safe.
 *
 * <p>The method is that of Chapman and others, NegEx (2001) and ConText (2009); triggers and code are our own.
 */
public final class Assertions {

    /** Version of the trigger list, kept with every result. */
    public static final String VERSION = "assertion-3";

    /** In a trigger, any year of four digits. */
    private static final String YEAR = "<year>";
    private static final Set<String> LISTS = Set.of("or", "and", "nor", "no", "without");

    private final TriggerFile triggers;

    private Assertions(TriggerFile triggers) {
        this.triggers = triggers;
    }

    /** With the triggers that come with the project. */
    public static Assertions standard() {
        return new Assertions(TriggerFile.bundled());
    }

    /** A trigger where it stands in a clause, by token. */
    private record Hit(Trigger trigger, int first, int last) {
    }

    /** The standing of the finding at a span of the text. */
    public Standing assess(String text, int start, int end) {
        Clause clause = Clause.around(text, start);
        int first = 0;
        while (first < clause.tokens().size() - 1 && clause.tokens().get(first).end() <= start) {
            first++;
        }
        int last = first;
        while (last + 1 < clause.tokens().size() && clause.tokens().get(last + 1).start() < end) {
            last++;
        }
        return decide(clause, hits(clause, first, last), first, last);
    }

    private Standing decide(Clause clause, List<Hit> hits, int first, int last) {
        Hit absent = nearest(clause, hits, Effect.ABSENT, first, last);
        Hit uncertain = nearest(clause, hits, Effect.UNCERTAIN, first, last);
        Hit past = nearest(clause, hits, Effect.PAST, first, last);
        Hit hypothetical = nearest(clause, hits, Effect.HYPOTHETICAL, first, last);
        Hit other = nearest(clause, hits, Effect.OTHER, first, last);
        Assertion assertion = absent != null
                && (uncertain == null || distance(absent, first, last) <= distance(uncertain, first, last)
                        || absent.last() < uncertain.first() && uncertain.last() < first)
                                ? Assertion.ABSENT
                                : uncertain != null ? Assertion.UNCERTAIN : Assertion.PRESENT;
        Time time = hypothetical != null ? Time.HYPOTHETICAL : past != null ? Time.PAST : Time.CURRENT;
        List<String> rules = new ArrayList<>();
        addName(rules, assertion == Assertion.ABSENT ? absent : assertion == Assertion.UNCERTAIN ? uncertain : null);
        addName(rules, time == Time.HYPOTHETICAL ? hypothetical : past);
        addName(rules, other);
        return new Standing(assertion, time, other == null ? Experiencer.PATIENT : Experiencer.OTHER,
                VERSION + (rules.isEmpty() ? "" : " " + String.join(" ", rules)));
    }

    private static void addName(List<String> rules, @Nullable Hit hit) {
        if (hit != null) {
            rules.add(hit.trigger().name());
        }
    }

    /** All triggers of a clause outside the finding, but those inside a longer one of their own side or inside a skip. */
    private List<Hit> hits(Clause clause, int first, int last) {
        List<Hit> all = new ArrayList<>();
        for (int i = 0; i < clause.tokens().size(); i++) {
            int limit = i < first ? first : clause.tokens().size();
            if (i < first || i > last) {
                for (Trigger trigger : triggers.startingWith(clause.tokens().get(i).text())) {
                    if (matches(clause, i, limit, trigger)) {
                        all.add(new Hit(trigger, i, i + trigger.words().size() - 1));
                    }
                }
            }
        }
        return all.stream().filter(hit -> all.stream().noneMatch(other -> hides(other, hit))).toList();
    }

    private static boolean hides(Hit longer, Hit hit) {
        boolean covers = longer.first() <= hit.first() && hit.last() <= longer.last()
                && longer.last() - longer.first() > hit.last() - hit.first();
        if (longer.trigger().effect() == Effect.SKIP && hit.trigger().effect() != Effect.STOP
                && longer.first() <= hit.last() && hit.last() < longer.last() && hit.first() < longer.first()) {
            return true;
        }
        boolean stops = longer.trigger().effect() == Effect.STOP;
        boolean turns = longer.trigger().effect() == Effect.ABSENT && hit.trigger().effect() == Effect.ABSENT
                && longer.first() == hit.first() && longer.trigger().where() == Where.BEFORE;
        return covers && stops == (hit.trigger().effect() == Effect.STOP)
                && (turns || longer.trigger().effect() == Effect.SKIP
                        || longer.trigger().where() == hit.trigger().where());
    }

    private static boolean matches(Clause clause, int start, int limit, Trigger trigger) {
        if (start + trigger.words().size() > limit) {
            return false;
        }
        for (int i = 0; i < trigger.words().size(); i++) {
            String word = trigger.words().get(i);
            String token = clause.tokens().get(start + i).text();
            if (!word.equals(token) && !(word.equals(YEAR) && token.matches("(?:19|20)\\d\\d"))) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    private static Hit nearest(Clause clause, List<Hit> hits, Effect effect, int first, int last) {
        Hit nearest = null;
        for (Hit hit : hits) {
            if (hit.trigger().effect() == effect && reaches(clause, hits, hit, first, last)
                    && (nearest == null || distance(hit, first, last) < distance(nearest, first, last))) {
                nearest = hit;
            }
        }
        return nearest;
    }

    private static int distance(Hit hit, int first, int last) {
        return hit.last() < first ? first - hit.last() : hit.first() - last;
    }

    private static boolean reaches(Clause clause, List<Hit> hits, Hit hit, int first, int last) {
        boolean before = hit.last() < first;
        Where where = hit.trigger().where();
        if (where == Where.BEFORE && !before || where == Where.AFTER && before) {
            return false;
        }
        int from = before ? hit.last() + 1 : last + 1;
        int to = before ? first : hit.first();
        int words = 0;
        for (int i = from; i < to; i++) {
            words += clause.tokens().get(i).word() ? 1 : 0;
        }
        return words <= hit.trigger().reach() && !stopped(clause, hits, hit, from, to)
                && !(before && hit.trigger().effect() == Effect.ABSENT && affirmed(clause, hits, from, first, last));
    }

    /** "No nodes, a cyst is seen": a thing of its own behind a comma, with a word behind it that says that it is there. */
    private static boolean affirmed(Clause clause, List<Hit> hits, int from, int first, int last) {
        boolean said = hits.stream()
                .anyMatch(hit -> hit.trigger().effect() == Effect.AFFIRM && hit.first() == last + 1);
        if (!said) {
            return false;
        }
        for (int i = first - 1; i >= from; i--) {
            String word = clause.tokens().get(i).text();
            if (word.equals(",")) {
                return true;
            }
            if (LISTS.contains(word)) {
                return false;
            }
        }
        return false;
    }

    private static boolean stopped(Clause clause, List<Hit> hits, Hit hit, int from, int to) {
        for (Hit other : hits) {
            if (other.trigger().effect() == Effect.STOP && other.first() >= from && other.last() < to) {
                return true;
            }
        }
        for (int i = from; i < to; i++) {
            Token token = clause.tokens().get(i);
            if (token.text().equals(",") && hit.trigger().reach() == 0) {
                return true;
            }
            if (token.text().equals(":") && hit.trigger().effect() == Effect.ABSENT
                    && hit.trigger().where() == Where.BEFORE && i > from + 1) {
                return true;
            }
        }
        return false;
    }
}
