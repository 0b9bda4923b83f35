package org.imaginghaven.nlp.report;

import java.util.List;

import org.imaginghaven.nlp.report.Clause.Token;
import org.imaginghaven.nlp.report.Hits.Hit;
import org.imaginghaven.nlp.report.Trigger.Effect;
import org.imaginghaven.nlp.report.Trigger.Where;
import org.imaginghaven.nlp.report.WordKinds.Kind;
import org.jspecify.annotations.Nullable;

/** Which triggers of a clause reach a finding, tokens {@code first} to {@code last} of it. */
record Scope(Clause clause, List<Hit> hits, WordKinds words, int first, int last) {

    /** The nearest trigger of an effect that reaches the finding. */
    @Nullable
    Hit nearest(Effect effect) {
        Hit nearest = null;
        for (Hit hit : hits) {
            if (hit.trigger().effect() == effect && reaches(hit)
                    && (nearest == null || distance(hit) < distance(nearest))) {
                nearest = hit;
            }
        }
        return nearest;
    }

    /** How many tokens lie between; none when the trigger is a part of the finding. */
    int distance(Hit hit) {
        return hit.last() < first ? first - hit.last() : Math.max(0, hit.first() - last);
    }

    private boolean reaches(Hit hit) {
        if (hit.first() >= first && hit.last() <= last) {
            return true;
        }
        boolean before = hit.last() < first;
        Where where = hit.trigger().where();
        if (where == Where.BEFORE && !before || where == Where.AFTER && before) {
            return false;
        }
        int from = before ? hit.last() + 1 : last + 1;
        int to = before ? first : hit.first();
        boolean said = hit.trigger().effect() == Effect.ABSENT && (before ? ended(from) : answered(hit, from, to))
                || hit.trigger().effect() == Effect.UNCERTAIN && !before && answered(hit, from, to);
        return wordsBetween(from, to) <= hit.trigger().reach() && !said && !stopped(hit, from, to);
    }

    /** An insertion between commas counts for nothing. */
    private int wordsBetween(int from, int to) {
        if (to > from + 1 && from > last && text(from).equals(",") && text(to - 1).equals(",")) {
            return 0;
        }
        int between = 0;
        for (int i = from; i < to; i++) {
            between += clause.tokens().get(i).word() ? 1 : 0;
        }
        return between;
    }

    private boolean stopped(Hit hit, int from, int to) {
        for (Hit other : hits) {
            boolean between = other.first() >= from && other.last() < to;
            if (between && (other.trigger().effect() == Effect.STOP && !passes(hit, other)
                    || hit.trigger().effect() == Effect.PAST && hit.last() < other.first()
                            && other.trigger().effect() == Effect.ABSENT
                            && other.trigger().where() == Where.BEFORE)) {
                return true;
            }
        }
        boolean item = hit.trigger().effect() == Effect.PAST && itemOfAbsences(hit);
        int depth = 0;
        for (int i = from; i < to; i++) {
            String token = text(i);
            depth += token.equals("(") || token.equals("“") ? 1 : token.equals(")") || token.equals("”") ? -1 : 0;
            if (depth < 0 || item && token.equals(",") || hit.trigger().narrow() && (words.is(Kind.ASIDE, token)
                    || token.equals(",") && hit.trigger().dates())
                    || token.equals(",") && (hit.trigger().reach() == 0
                            || text(hit.last()).equals("no") && text(i + 1).equals("no") && i + 1 < to)) {
                return true;
            }
            if (token.equals(":") && hit.trigger().effect() == Effect.ABSENT
                    && hit.trigger().where() == Where.BEFORE && i > from + 1) {
                return true;
            }
        }
        return false;
    }

    /** "No cough, history of gout, or weakness": one item of a list of what is absent. */
    private boolean itemOfAbsences(Hit hit) {
        return hit.first() > 1 && text(hit.first() - 1).equals(",")
                && hits.stream().anyMatch(other -> other.trigger().effect() == Effect.ABSENT
                        && other.trigger().where() == Where.BEFORE && other.last() < hit.first() - 1);
    }

    /** A pronoun right before a trigger, the person a finding belongs to, and "history is significant for" stop nothing. */
    private boolean passes(Hit hit, Hit stop) {
        String word = text(stop.last());
        if (words.is(Kind.PRONOUN, word)) {
            int at = stop.last() + 1;
            while (at < hit.first() && words.is(Kind.MODIFIER, text(at))) {
                at++;
            }
            return at == hit.first();
        }
        return hit.trigger().effect() == Effect.OTHER && words.is(Kind.PERSON, word)
                || hit.trigger().dates() && word.equals("for");
    }

    /** Whether something of its own begins between a word of absence, whose reach starts at a token, and the finding. */
    private boolean ended(int from) {
        if (affirmed(from) || answer(from) || telegraphic(from) || opinion(from)) {
            return true;
        }
        boolean bullets = from < first && dash(from);
        for (int i = from; i < first; i++) {
            boolean joint = text(i).equals(",") || text(i).equals("and") || text(i).equals("with")
                    || dash(i) && !bullets;
            if (joint && (begins(from, i) || text(i).equals(",") && eachDenied(from, i))) {
                return true;
            }
        }
        return false;
    }

    /** "No otalgia, no discharge, deafness": where each item had its own "no", one without it is there. */
    private boolean eachDenied(int from, int comma) {
        int no = from - 1;
        int before = no - 2;
        while (before > 0 && !text(before - 1).equals(",") && !text(before - 1).equals(":")) {
            before--;
        }
        return no > 1 && text(no).equals("no") && text(no - 1).equals(",") && text(before).equals("no")
                && !listed(comma) && !text(comma + 1).equals("and") && !words.is(Kind.LIST, text(comma + 1));
    }

    /** "Does not think the pain is worse": the opinion is about what is said of the finding. */
    private boolean opinion(int from) {
        return from > 0 && words.is(Kind.OPINION, text(from - 1)) && ownVerb(from);
    }

    /** "Fever: no, cough", "RSV negative, influenza": the word answered what stands before it. */
    private boolean answer(int from) {
        return from < first && text(from).equals(",") && words.is(Kind.ANSWER, text(from - 1));
    }

    /** "no chills no rigors mild cough": without any comma, a degree begins something of its own. */
    private boolean telegraphic(int from) {
        int absences = 0;
        boolean degree = false;
        for (int i = 0; i <= first; i++) {
            if (text(i).equals(",")) {
                return false;
            }
            absences += text(i).equals("no") ? 1 : 0;
            degree |= i > from && words.is(Kind.DEGREE, text(i));
        }
        return absences > 1 && degree && !listed(from);
    }

    /** "No nodes, a cyst is seen": a thing of its own behind a comma, with a word behind it that says that it is there. */
    private boolean affirmed(int from) {
        boolean said = hits.stream()
                .anyMatch(hit -> hit.trigger().effect() == Effect.AFFIRM && hit.first() == last + 1);
        for (int i = first - 1; said && i >= from; i--) {
            if (text(i).equals(",")) {
                return true;
            }
            if (text(i).equals("and") || words.is(Kind.LIST, text(i))) {
                return false;
            }
        }
        return false;
    }

    /** Whether what stands behind a joint, up to the finding and beyond it, is no part of the list of what is absent. */
    private boolean begins(int from, int joint) {
        int start = joint + 1;
        if (text(joint).equals(",") && start < first && (text(start).equals("and") || text(start).equals("with"))) {
            return false;
        }
        if (start <= last && words.is(Kind.LIST, text(start))) {
            return false;
        }
        if (dash(joint) || text(joint).equals("and") && text(start).equals("with")) {
            return true;
        }
        boolean with = text(joint).equals("with");
        boolean goesOn = listed(start);
        if (!goesOn && text(joint).equals(",") && words.is(Kind.SUBORDINATE, text(0))) {
            return true;
        }
        boolean article = words.is(Kind.ARTICLE, text(start));
        if (!goesOn && (article && !with || words.is(Kind.DEGREE, text(article ? start + 1 : start))
                && !(joint > from && words.is(Kind.DEGREE, text(joint - 1))))) {
            return true;
        }
        boolean comma = text(joint).equals(",") || joint > from && text(joint - 1).equals(",");
        return !with && (comma || words.is(Kind.DETERMINER, text(start))) && ownVerb(start);
    }

    /** Whether a word of the list of absent things comes before the end of the clause or of its reach. */
    private boolean listed(int start) {
        for (int i = start; i < clause.tokens().size(); i++) {
            int at = i;
            if (hits.stream().anyMatch(hit -> hit.trigger().effect() == Effect.STOP && hit.first() == at)) {
                return false;
            }
            if (text(i).equals("or") || text(i).equals("nor")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the part that begins at a token and holds the finding has a verb, and is no item of a list. */
    private boolean ownVerb(int start) {
        boolean relative = false;
        for (int i = start; i < clause.tokens().size(); i++) {
            if (i >= first && i <= last) {
                continue;
            }
            String word = text(i);
            if (word.equals(",") || words.is(Kind.LIST, word)) {
                return false;
            }
            relative |= i > start && words.is(Kind.RELATIVE, word);
            if (words.is(Kind.FINITE, word) && !relative) {
                return i < first || !perceived(i);
            }
        }
        return false;
    }

    /** "… was noted": says of a whole list whether it is there. */
    private boolean perceived(int verb) {
        return hits.stream().anyMatch(hit -> hit.trigger().effect() == Effect.AFFIRM && hit.first() == verb);
    }

    /** Whether a word of absence behind the finding, past a comma, speaks of something else alone. */
    private boolean answered(Hit hit, int from, int to) {
        int comma = to - 1;
        while (comma >= from && !text(comma).equals(",")) {
            comma--;
        }
        if (comma < from) {
            return false;
        }
        boolean yes = hits.stream().anyMatch(other -> other.trigger().effect() == Effect.AFFIRM
                && other.last() < to && (other.first() == from
                        || other.first() == from + 1 && !clause.tokens().get(from).word()));
        return yes || !words.is(Kind.PLURAL, text(hit.first())) && named(comma + 1, to);
    }

    /** Whether tokens name a thing of its own that is no last item of a list. */
    private boolean named(int from, int to) {
        boolean thing = false;
        for (int i = from; i < to; i++) {
            String word = text(i);
            if (word.equals("and") || words.is(Kind.LIST, word) || i == to - 1 && (word.equals(":") || dash(i))) {
                return false;
            }
            thing |= clause.tokens().get(i).word() && !words.is(Kind.MODIFIER, word) && !words.is(Kind.FINITE, word)
                    && !words.is(Kind.RELATIVE, word);
        }
        return thing;
    }

    private String text(int token) {
        return token < clause.tokens().size() ? clause.tokens().get(token).text() : "";
    }

    /** A dash with blanks around it. */
    private boolean dash(int token) {
        Token at = clause.tokens().get(token);
        return at.text().equals("-") && token > 0 && token + 1 < clause.tokens().size()
                && clause.tokens().get(token - 1).end() < at.start()
                && at.end() < clause.tokens().get(token + 1).start();
    }
}
