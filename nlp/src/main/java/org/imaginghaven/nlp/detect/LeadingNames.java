package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/**
 * The name with which a line begins right before a patient's number or date of birth, and the one behind a bed or a room in a
 * list of patients. Here words may be names that are words of the language too. Runs after the detectors of numbers and sites.
 */
final class LeadingNames implements Detector {

    private static final String WORD = "(?!(?i:" + NumberLabels.PATIENT.sure()
            + ")|(?:DOB|NHS|CHI|ID|Born|BORN|Date|DATE)\\b)\\p{Lu}[\\p{L}'’\\-]+";
    private static final String PARTICLE = "(?:van|von|der|den|de|la|di|da|dos|el|al|bin|bint|ibn|ap|ó|ní)";
    private static final String INITIALS = "(?:\\p{Lu}(?:\\.[ ]?|[ ])){1,3}";
    private static final String NAME = "(?:" + WORD + ",[ ]?(?:" + WORD + "|\\p{Lu}\\b\\.?)(?:[ ](?:" + WORD
            + "|\\p{Lu}\\b\\.?)){0,2}|"
            + INITIALS + "[ ]?" + WORD + "|" + WORD + "(?:[ ](?:" + PARTICLE + "[ ]|\\p{Lu}\\b\\.?[ ])?" + WORD
            + "){1,4})";
    /** How a child without a forename is called, before the mother's surname. */
    private static final String BABY = "(?i:(?:baby|infant|newborn|twin(?:[ ](?:\\d|one|two))?)(?:[ ](?:boy|girl|male|female))?(?:[ ]of)?[ ])";
    /** A date, an age or a sex that stands between the name and the number. */
    private static final String BETWEEN = "(?:\\d{1,4}[./\\-]\\d{1,2}[./\\-]\\d{2,4}|\\d{1,2}[ \\-]\\p{L}{3}[ \\-]\\d{2,4}|\\d{1,3}[ ]?(?:[MFy]|yo|yrs?)\\b|[MF]\\b)";
    private static final String SMALL = "\\p{Ll}\\.[ ]?\\p{Ll}[\\p{L}'’\\-]{2,}";
    private static final String LIST = "(?:\\(?\\d{1,2}[.)][ ]?)?";
    private static final String BED = "(?:Rm|RM|Room|Bed|BED|Bay|Cubicle|Cot|Side [Rr]oom|SR|Slot|Chair|Trolley)\\.?[ ]?\\d{1,2}[A-Z]?[:.,\\-–]?[ ]{1,3}";
    private static final String FIELD = "(?i:(?:pt|patient|re|name|regarding|original patient)\\b\\.?[ ]?:?[ ]{0,3})?";
    private static final Pattern LEADS = Pattern.compile("(?:^|.*[.:;][ ])[ \\t]*" + LIST + "(?:" + BED + ")?" + FIELD
            + "(?<v>" + BABY + WORD + "|" + NAME + "|" + SMALL + ")[\\s,;:|(\\[\\-–/]*(?:(?i:"
            + NumberLabels.PATIENT.sure() + "|"
            + NumberLabels.PATIENT.open()
            + "|d\\.?o\\.?b\\b\\.?|date of birth|born|no\\b|num\\b|number|id\\b|" + BETWEEN
            + ")\\.?[\\s,;:|(\\[\\-–/#.]*)*");
    private static final Pattern MODALITY = Pattern
            .compile("(?i)(?:[a-z]{2,5}[ ]{1,4})?(?:[a-z]{2,12}[ ]{2,})(?<v>" + SMALL + ")[ ]{2,}");
    private static final Pattern IN_BED = Pattern.compile("(?m)^[ \\t]*" + LIST + BED + "(?<v>" + NAME + "|" + WORD
            + ")(?=[ ]*(?:[,?(:;\\-–/]|[GP]\\d|\\d{1,3}\\b|[ ]{2}|$))");

    private final Words words;

    LeadingNames(Words words) {
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        String text = passage.text();
        for (Finding finding : List.copyOf(found)) {
            if (finding.kind() != FindingKind.PATIENT_ID && finding.kind() != FindingKind.BIRTH_DATE) {
                continue;
            }
            int from = Math.max(text.lastIndexOf('\n', Math.max(0, finding.start() - 1)) + 1, finding.start() - 120);
            if (from < finding.start()) {
                Matcher leads = LEADS.matcher(text).region(from, finding.start());
                Matcher small = MODALITY.matcher(text).region(from, finding.start());
                add(leads.matches() ? leads : small.matches() ? small : null, found);
            }
        }
        Matcher bed = IN_BED.matcher(text);
        while (bed.find()) {
            add(bed, found);
        }
    }

    private void add(Matcher match, List<Finding> found) {
        if (match != null && person(match.group("v"))
                && found.stream().noneMatch(other -> other.kind() == FindingKind.SITE && other.start() < match.end("v")
                        && match.start("v") < other.end())) {
            found.add(new Finding(match.start("v"), match.end("v"), FindingKind.PATIENT_NAME, "name:leads-line", 0.92));
        }
    }

    /** No word of reports, of sites or of diseases in it, and one that may be a name; a word behind initials may be any. */
    private boolean person(String name) {
        boolean proper = name.matches("(?:\\p{L}\\.[ ]?)+[\\p{L}'’\\-]{3,}");
        for (String part : name.replaceFirst("^" + BABY, "").split("[ ,.]+")) {
            String lower = part.toLowerCase(Locale.ROOT);
            if (part.length() < 2) {
                continue;
            }
            if (words.functionWord(lower) && !lower.matches(PARTICLE) && !words.given(lower)
                    || words.never(lower) && !words.name(lower) || words.genericSite(lower) && !words.name(lower)
                    || words.thing(lower)
                    || words.eponym(lower) && !words.name(lower)) {
                return false;
            }
            proper |= part.length() > 2 && (!words.ordinary(lower) || words.name(lower) && !words.used(lower)
                    || words.given(lower)) && !lower.matches(PARTICLE);
        }
        return proper;
    }
}
