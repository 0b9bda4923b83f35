package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.List;

import org.imaginghaven.nlp.report.Trigger.Effect;
import org.imaginghaven.nlp.report.Trigger.Where;
import org.imaginghaven.nlp.report.WordKinds.Kind;

/** Finds the triggers of a clause. */
record Hits(TriggerFile triggers, WordKinds words) {

    /** In a trigger, any year of four digits. */
    private static final String YEAR = "<year>";
    /** In a trigger, a length of time: "days", "two-week". */
    private static final String SPAN = "<span>";
    /** In a trigger, the end of the sentence. */
    private static final String END = "<end>";
    private static final int MOST_MODIFIERS = 4;

    /** A trigger where it stands in a clause, by token. */
    record Hit(Trigger trigger, int first, int last) {
    }

    /**
     * All triggers outside the finding, but those inside a longer one of their own side or inside a skip; inside it those alone
     * that date it or give it to somebody else ("childhood asthma").
     */
    List<Hit> of(Clause clause, int first, int last) {
        List<Hit> all = new ArrayList<>();
        for (int i = 0; i < clause.tokens().size(); i++) {
            int limit = i < first ? first : i <= last ? last + 1 : clause.tokens().size();
            for (Trigger trigger : startingWith(clause.tokens().get(i).text())) {
                int end = Math.min(end(clause, i, limit, trigger), clause.tokens().size() - 1);
                if (end >= 0 && (i < first || i > last || trigger.dates() && end < last)) {
                    all.add(new Hit(trigger, i, end));
                }
            }
        }
        return all.stream().filter(hit -> all.stream().noneMatch(other -> hides(other, hit))).toList();
    }

    private List<Trigger> startingWith(String word) {
        List<Trigger> starting = new ArrayList<>(triggers.startingWith(word));
        if (year(word)) {
            starting.addAll(triggers.startingWith(YEAR));
        } else if (span(word)) {
            starting.addAll(triggers.startingWith(SPAN));
        }
        return starting;
    }

    private static boolean hides(Hit longer, Hit hit) {
        if (longer.trigger().effect() == Effect.INFORMANT) {
            return hit.trigger().effect() == Effect.OTHER && longer.first() <= hit.first()
                    && hit.last() <= longer.last();
        }
        boolean covers = longer.first() <= hit.first() && hit.last() <= longer.last()
                && longer.last() - longer.first() > hit.last() - hit.first();
        boolean begins = longer.first() < hit.first() && hit.first() <= longer.last();
        boolean ends = longer.first() <= hit.last() && hit.last() < longer.last() && hit.first() < longer.first();
        if (longer.trigger().effect() == Effect.SKIP && hit.trigger().effect() != Effect.STOP && (begins || ends)) {
            return true;
        }
        boolean stops = longer.trigger().effect() == Effect.STOP;
        boolean turns = longer.trigger().effect() == Effect.ABSENT && hit.trigger().effect() == Effect.ABSENT
                && longer.first() == hit.first() && longer.trigger().where() == Where.BEFORE;
        return covers && stops == (hit.trigger().effect() == Effect.STOP)
                && (turns || longer.trigger().effect() == Effect.SKIP
                        || longer.trigger().where() == hit.trigger().where());
    }

    /** The last token of a trigger that begins at a token, modifiers between its words left out; -1 when it does not. */
    private int end(Clause clause, int start, int limit, Trigger trigger) {
        int at = start;
        for (int i = 0; i < trigger.words().size(); i++) {
            String word = trigger.words().get(i);
            if (i > 0 && !matches(clause, at, limit, word)) {
                at = afterModifiers(clause, at, limit);
            }
            if (!matches(clause, at, limit, word)) {
                return -1;
            }
            at++;
        }
        return at - 1;
    }

    private static boolean matches(Clause clause, int at, int limit, String word) {
        if (word.equals(END)) {
            return at == clause.tokens().size();
        }
        if (at >= limit) {
            return false;
        }
        String token = clause.tokens().get(at).text();
        return word.equals(token) || word.equals(YEAR) && year(token) || word.equals(SPAN) && span(token);
    }

    private static boolean year(String token) {
        return token.matches("(?:19|20)\\d\\d");
    }

    private static boolean span(String token) {
        return token.matches("(?:[\\p{L}\\d]+[-/])?(?:hours?|days?|weeks?|months?|years?|hr|yr|wk)(?:'s?)?");
    }

    private int afterModifiers(Clause clause, int from, int limit) {
        int at = from;
        while (at < limit && at - from < MOST_MODIFIERS && (words.is(Kind.MODIFIER, clause.tokens().get(at).text())
                || at > from && words.is(Kind.JOINT, clause.tokens().get(at).text()))) {
            at++;
        }
        return at;
    }
}
