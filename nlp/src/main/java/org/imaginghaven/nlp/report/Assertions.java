package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.List;

import org.imaginghaven.nlp.report.Hits.Hit;
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
    public static final String VERSION = "assertion-4";

    private final Hits hits;
    private final WordKinds words;

    private Assertions(TriggerFile triggers, WordKinds words) {
        this.hits = new Hits(triggers, words);
        this.words = words;
    }

    /** With the triggers that come with the project. */
    public static Assertions standard() {
        return new Assertions(TriggerFile.bundled(), WordKinds.bundled());
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
        return decide(new Scope(clause, hits.of(clause, first, last), words, first, last), text, start, end);
    }

    private static Standing decide(Scope scope, String text, int start, int end) {
        Hit absent = scope.nearest(Effect.ABSENT);
        Hit uncertain = scope.nearest(Effect.UNCERTAIN);
        Hit past = scope.nearest(Effect.PAST);
        Hit hypothetical = scope.nearest(Effect.HYPOTHETICAL);
        Hit other = scope.nearest(Effect.OTHER);
        Assertion assertion = Assertion.PRESENT;
        Affix affix = Affix.of(text, start, end);
        if (affix == Affix.ABSENT) {
            assertion = Assertion.ABSENT;
        } else if (absent != null && (uncertain == null || scope.distance(absent) <= scope.distance(uncertain)
                || absent.last() < uncertain.first() && uncertain.last() < scope.first())) {
            assertion = Assertion.ABSENT;
        } else if (uncertain != null) {
            assertion = Assertion.UNCERTAIN;
        }
        if (assertion == Assertion.ABSENT && absent != null && hypothetical != null
                && (absent.trigger().where() == Where.AFTER || absent.first() <= hypothetical.first())) {
            hypothetical = null;
        }
        Time time = hypothetical != null ? Time.HYPOTHETICAL : past != null ? Time.PAST : Time.CURRENT;
        List<String> rules = new ArrayList<>();
        if (affix == Affix.ABSENT) {
            rules.add("absent:affix");
        } else {
            addName(rules,
                    assertion == Assertion.ABSENT ? absent : assertion == Assertion.UNCERTAIN ? uncertain : null);
        }
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
}
