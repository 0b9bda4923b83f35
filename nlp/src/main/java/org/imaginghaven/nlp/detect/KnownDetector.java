package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.BIRTH_DATE;
import static org.imaginghaven.nlp.FindingKind.PATIENT_ID;
import static org.imaginghaven.nlp.FindingKind.PATIENT_NAME;
import static org.imaginghaven.nlp.FindingKind.RELATIVE_NAME;
import static org.imaginghaven.nlp.FindingKind.STAFF_NAME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;

/** What the record around the text already names, in every form it takes. */
final class KnownDetector implements Detector {

    private final Words words;

    KnownDetector(Words words) {
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        KnownIdentifiers known = passage.known();
        if (known.isEmpty()) {
            return;
        }
        names(passage, known.staff(), STAFF_NAME, found);
        names(passage, known.relatives(), RELATIVE_NAME, found);
        names(passage, known.names(), PATIENT_NAME, found);
        known.ids().forEach(id -> identifier(passage, id, found));
        for (String date : known.dates()) {
            for (Pattern form : KnownDates.forms(date)) {
                all(passage, form, BIRTH_DATE, "known:date", found);
            }
        }
    }

    private void names(Passage passage, List<String> names, FindingKind kind, List<Finding> found) {
        KnownNames known = KnownNames.of(names, words);
        if (known.isEmpty()) {
            return;
        }
        new KnownWords(passage, known, words).find(kind, found);
        SpelledNames.find(passage, known, kind, found);
        initials(passage, names, kind, found);
    }

    private static void initials(Passage passage, List<String> names, FindingKind kind, List<Finding> found) {
        for (String name : names) {
            String[] parts = name.replaceAll("(?i)\\b(?:mr|mrs|ms|miss|dr|prof|master)\\b\\.?", " ").strip()
                    .split("[\\s,^=]+");
            if (parts.length >= 2 && parts.length <= 4) {
                for (List<String> order : orders(parts)) {
                    StringBuilder dotted = new StringBuilder("(?<![\\p{L}.])");
                    StringBuilder plain = new StringBuilder(
                            "(?<=\\b(?:[Pp]t|PT|[Pp]atient|PATIENT|[Ii]nitials|INITIALS|Mr|Mrs|Ms|Miss)[ :.]{1,2})");
                    for (String part : order) {
                        dotted.append(initial(part)).append("\\.[ ]?");
                        plain.append(initial(part));
                    }
                    all(passage, Pattern.compile(dotted.append("(?![\\p{L}])").toString()), kind, "known:initials",
                            found);
                    all(passage, Pattern.compile(plain.append("(?![\\p{L}])").toString()), kind, "known:initials",
                            found);
                }
            }
        }
    }

    /** The parts as written, with the first at the end, and the first and the second or the last part alone. */
    private static Set<List<String>> orders(String[] parts) {
        List<String> all = Arrays.stream(parts).filter(part -> !part.isEmpty() && Character.isLetter(part.charAt(0)))
                .toList();
        Set<List<String>> orders = new LinkedHashSet<>();
        if (all.size() > 1) {
            List<String> turned = new ArrayList<>(all.subList(1, all.size()));
            turned.add(all.getFirst());
            orders.add(all);
            orders.add(turned);
            orders.add(List.of(all.getFirst(), all.get(1)));
            orders.add(List.of(all.get(1), all.getFirst()));
            orders.add(List.of(all.getFirst(), all.getLast()));
        }
        return orders;
    }

    private static String initial(String part) {
        return Pattern.quote(Character.toString(Character.toUpperCase(part.charAt(0))));
    }

    private static void identifier(Passage passage, String id, List<Finding> found) {
        String plain = id.replaceAll("[^\\p{L}\\d]", "");
        if (plain.length() < 4) {
            return;
        }
        StringBuilder pattern = new StringBuilder("(?i)(?<![\\p{L}\\d])");
        for (int i = 0; i < plain.length(); i++) {
            pattern.append(i > 0 ? "[ \\-./]{0,2}" : "").append(plain.charAt(i));
        }
        all(passage, Pattern.compile(pattern.append("(?![\\p{L}\\d])").toString()), PATIENT_ID, "known:id", found);
    }

    private static void all(Passage passage, Pattern pattern, FindingKind kind, String rule, List<Finding> found) {
        Matcher match = pattern.matcher(passage.text());
        while (match.find()) {
            if (match.end() > match.start()) {
                found.add(new Finding(match.start(), match.end(), kind, rule, 1.0));
            }
        }
    }
}
