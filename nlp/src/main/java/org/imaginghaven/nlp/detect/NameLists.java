package org.imaginghaven.nlp.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.detect.NameGrammar.Reach;
import org.imaginghaven.nlp.detect.NameGrammar.Surroundings;
import org.imaginghaven.nlp.detect.Passage.Word;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in a row with somebody found already: "reviewed by Dr Strachan, Lamb and Ewart", "cc: Pirie; Hay". Runs after the
 * other detectors of names.
 */
final class NameLists {

    private static final double SURE = 0.86;
    private static final String TITLE = "(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sr|Nurse|Sister)\\b\\.? )?";
    private static final Pattern NEXT = Pattern
            .compile("(?<gap> ?[,;] ?| ?[/&+] ?|,? (?:and|with|or|then) )(?:(?:also|both|his|her) )?" + TITLE);
    /** What ends a row, and what goes on with it. */
    private static final Pattern BEHIND = Pattern
            .compile(
                    "(?s)(?: ?[,;/&+.)(:]| +(?:and|or|at|on|in|from|to|for|will|have|has|both|agreed?|this|that|today|yesterday|who|as|twice|again|before|after|by|while|when|if|about|regarding)\\b|\\s*\\n|\\s*$|['’]s\\b| \\d).*");
    private static final Pattern FIELD = Pattern.compile("(?m)(?:^|[ \\t.])[\\p{L}.]{2,20}[ ]?:[ ]{0,3}$");

    private final NameGrammar grammar;
    private final Words words;
    private final Predicates predicates;

    NameLists(NameGrammar grammar, Words words) {
        this.grammar = grammar;
        this.words = words;
        predicates = new Predicates(words);
    }

    void detect(Passage passage, List<Finding> found) {
        Deque<Row> open = new ArrayDeque<>();
        for (Finding finding : found) {
            if (finding.kind().isName() && finding.confidence() >= SURE) {
                open.add(new Row(finding, inField(passage, finding)));
            }
        }
        List<Finding> fresh = new ArrayList<>();
        while (!open.isEmpty()) {
            Row row = open.poll();
            Finding next = next(passage, row, found);
            if (next != null
                    && found.stream().noneMatch(other -> other.confidence() >= SURE && other.overlaps(next))
                    && fresh.stream().noneMatch(other -> other.overlaps(next))) {
                fresh.add(next);
                open.add(new Row(next, row.field()));
            }
        }
        found.addAll(fresh);
    }

    /** @param field whether the row is the value of a field of a form */
    private record Row(Finding last, boolean field) {
    }

    private static boolean inField(Passage passage, Finding finding) {
        int from = passage.text().lastIndexOf('\n', Math.max(0, finding.start() - 1)) + 1;
        return FIELD.matcher(passage.text().substring(from, Math.max(from, finding.start()))).find();
    }

    @Nullable
    private Finding next(Passage passage, Row row, List<Finding> found) {
        Matcher gap = NEXT.matcher(passage.text()).region(row.last().end(), passage.text().length());
        if (!gap.lookingAt()) {
            return null;
        }
        int first = passage.wordFrom(gap.end());
        if (first >= passage.words().size() || passage.words().get(first).start() != gap.end()
                || !person(passage, first, gap.group("gap").contains(",") && !row.field())) {
            return null;
        }
        Reach reach = grammar.read(passage, first, Surroundings.LIKELY);
        int last = reach == null ? first : reach.last();
        int end = passage.words().get(last).end();
        String rest = passage.text().substring(end, Math.min(passage.text().length(), end + 48));
        return BEHIND.matcher(rest).matches() || predicates.subject(rest)
                ? new Finding(passage.words().get(first).start(), end, row.last().kind(), "name:row", SURE)
                : null;
    }

    /**
     * A word with a capital that is in no dictionary, or a listed name: the capital in the middle of a sentence says that it is
     * meant.
     *
     * @param comma whether a comma alone stands before it, behind which much else may follow
     */
    private boolean person(Passage passage, int i, boolean comma) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        boolean never = words.never(lower)
                && !(passage.sparing() && Capitals.titleCase(word) && words.ordinarySurname(lower));
        if (!word.capitalised() || word.text().length() < 3 && !words.name(lower) || never
                || words.role(lower) && !words.name(lower) || NameGrammar.grade(word.text())
                || words.place(lower) && !words.given(lower) || NameShape.maker(lower)
                || word.allCapitals() && (passage.bothCases() || !words.name(lower))) {
            return false;
        }
        if (words.eponym(lower) && (EponymGuard.thing(passage.rest(i)) || !words.name(lower))) {
            return false;
        }
        if (words.ordinary(lower)) {
            return passage.bothCases()
                    && (words.given(lower) || words.ordinarySurname(lower) || words.likeSurname(lower));
        }
        return !comma || words.name(lower);
    }
}
