package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.ADDRESS;
import static org.imaginghaven.nlp.FindingKind.POSTCODE;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;

/** Postcodes, street addresses and the towns behind them. */
final class PlaceDetector implements Detector {

    private static final String NAME = "(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Master)\\b)[\\p{Lu}][\\p{L}'’.\\-]*";
    /** Without a full stop, behind which the next sentence begins, but with that of "St." */
    private static final String TOWN_NAME = "(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Master)\\b)(?:St\\.(?= )|\\p{Lu}[\\p{L}\\-]*(?:['’]\\p{L}+)?)";
    private static final String LONG_NAME = "[\\p{Lu}][\\p{L}'’.\\-]{2,}";
    private static final String STREET = "(?:Road|Rd|Street|St|Avenue|Ave|Av|Crescent|Cres|Place|Pl|Terrace|Terr|Lane|Ln|Drive|Dr(?!\\.?\\s+\\p{Lu})|Close|Gardens|Gdns|Court|Ct|Way|Square|Sq|Grove|Gr|Park|Hill|Wynd|View|Loan|Brae|Row|Walk|Mews|Green|Rise|Quay|Gate|Circus|Path|Parade|Boulevard|Blvd|Highway|Hwy|Vennel|Bank|Mount|Quadrant|Toll|Knowe|Farm|Croft|Cottages?|House|Alley|Approach|Bridge|Chase|Circle|Esplanade|Heights|Meadows?|Oval|Orchard|Promenade|Ridge|Vale|Villas|Wharf|Wood|Yard)";
    private static final String TITLE = "(?:Mr|Mrs|Ms|Miss|Dr|Prof|Re|Name|Patient|Pt|DOB|CHI|NHS|Address|From|To|Dear)\\b";
    private static final Pattern TOWN = Pattern.compile("(?:,[ ]{0,2}" + LONG_NAME + "(?:[ -]" + LONG_NAME
            + "){0,2}(?=\\s*(?:[,.;)\\n]|$|[A-Z]{1,2}\\d)))+");
    private static final List<PatternRule> RULES = List.of(
            PatternRule.of("place:postcode", POSTCODE, 0.97,
                    "(?<![\\w.])(?:[A-PR-UWYZ][A-HK-YZ]?\\d[A-Z\\d]?[ ]{0,2}\\d(?!(?:ST|ND|RD|TH)\\b)[ABD-HJLNP-UW-Z]{2}|GIR ?0AA)(?!\\w)"),
            PatternRule.of("place:postcode-th", POSTCODE, 0.9,
                    "(?<=[,\\n] ?)[A-PR-UWYZ][A-HK-YZ]?\\d[A-Z\\d]? ?\\d(?:ST|ND|RD|TH)(?=[ ]*(?:[.,;)\\n]|$))"),
            PatternRule.of("place:postcode-small", POSTCODE, 0.85,
                    "(?<![\\w.])[a-pr-uwyz][a-hk-yz]?\\d[a-z\\d]? ?\\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}(?!\\w)"),
            PatternRule.of("place:eircode", POSTCODE, 0.8,
                    "(?<=(?:[,.\\n]|\\bCo\\. \\p{L}{3,12})[ ]{0,2})[AC-FHKNPRTV-Y]\\d[\\dW] ?(?=[\\dA-Z]{0,3}\\d)[AC-FHKNPRTV-Y][\\dAC-FHKNPRTV-Y]{3}(?!\\w)"),
            PatternRule.of("place:eircode-labelled", POSTCODE, 0.95,
                    "(?i)\\b(?:eircode|post\\s?code)\\s*:?\\s*(?<v>[A-Z]\\d[\\dW] ?[\\dA-Z]{4})(?!\\w)"),
            PatternRule.of("place:irish-county", ADDRESS, 0.9,
                    "(?<v>(?:\\d{1,4}[A-Za-z]? )?" + NAME + "(?:[ \\-](?:na|an|of|the|" + NAME + ")){0,3},[ ](?:" + NAME
                            + "(?:[ \\-]" + NAME + "){0,2},[ ])?Co\\.?[ ]\\p{Lu}\\p{L}{3,})"),
            PatternRule.of("place:numbered", ADDRESS, 0.9,
                    "(?<![\\w./])(?<v>\\d{1,4}[A-Za-z]?,? (?:The )?" + NAME + "(?:[ \\-](?:of|the|on|upon|na|le|by|in|"
                            + NAME
                            + ")){0,4}(?:,[ ]{1,2}" + NAME + "(?:[ \\-](?:of|the|on|upon|na|le|by|in|" + NAME
                            + ")){0,4}){0,3}),?(?:[ ]{1,3}|[ ]?\\n)(?=[A-PR-UWYZ][A-HK-YZ]?\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b)"),
            PatternRule.of("place:zip", POSTCODE, 0.9, "(?<=\\b[A-Z]{2}[ ,]{1,2})\\d{5}(?:-\\d{4})?\\b"),
            PatternRule.of("place:street", ADDRESS, 0.95,
                    "(?<v>(?:(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom|[Ss]uite)\\s+[\\dA-Z/]{1,6}\\s*,?\\s*)?(?<![\\w./])\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4})?,?\\s+(?:(?:"
                            + NAME + ")\\s+){1,4}?"
                            + STREET + ")\\b(?!['’]s)",
                    PlaceDetector::street),
            PatternRule.of("place:street-capitals", ADDRESS, 0.9,
                    "(?<v>(?<![\\w./])\\d{1,5}[A-Z]?(?:[-/]\\d{1,4})?,?\\s+(?:[NSEW]\\.?\\s+)?(?:[\\p{Lu}'’\\-]{2,}\\s+){1,3}(?:ROAD|RD|STREET|ST|AVENUE|AVE|CRESCENT|PLACE|TERRACE|LANE|DRIVE|CLOSE|GARDENS|COURT|WAY|SQUARE|GROVE|WYND|LOAN|BRAE))\\b"),
            PatternRule.of("place:street-capitals-town", ADDRESS, 0.85,
                    "(?<v>(?<![\\w./])\\d{1,5}[A-Z]?(?:[-/]\\d{1,4})?,?\\s+(?:[\\p{Lu}'’\\-]{2,}\\s+){1,2}(?:VIEW|ROW|GATE|PARK|GREEN|HILL|BANK|MEWS|WALK|QUAY|RISE|PATH|HOUSE|CRES|TERR|GDNS|SQ|BLVD|PL))(?=\\s*(?:,|\\n|$|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b))"),
            PatternRule.of("place:labelled", ADDRESS, 0.95,
                    "(?i)\\b(?:home\\s+)?(?:address|addr|lives\\s+at|resides\\s+at|residing\\s+at|resident\\s+at)\\b\\s*[:=]?\\s*(?<v>\\d{1,5}[A-Z]?(?:/\\d+)?,?\\s+[^\\n;:.]{3,60}?)(?=\\s*(?:\\n|;|\\.\\s|\\.$|$|\\s{2,}|\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b))"),
            PatternRule.of("place:city-state", ADDRESS, 0.85,
                    "(?<v>" + NAME + "(?:[ ]" + NAME
                            + "){0,2},?[ ](?!ON\\b|OR\\b|IN\\b|OF\\b|TO\\b|AT\\b|BY\\b)[A-Z]{2})(?=,?[ ]{1,2}\\d{5}(?:-\\d{4})?\\b)"),
            PatternRule.of("place:street-in-town", ADDRESS, 0.85,
                    "(?<v>(?:" + NAME
                            + "[ ]){1,3}(?:Road|Street|Avenue|Lane|Crescent|Terrace|Gardens|Boulevard))(?=[ ]{0,2}(?:,|\\n)[ ]{0,2}"
                            + NAME + ")"),
            PatternRule.of("place:before-postcode", ADDRESS, 0.7,
                    "(?<v>(?!" + TITLE + ")" + NAME + "(?:[ \\-]" + NAME + "){0,3}(?:,[ ]{0,2}(?!" + TITLE + ")" + NAME
                            + "(?:[ \\-]"
                            + NAME
                            + "){0,3}){0,3}),?[ ]{1,3}(?=[A-PR-UWYZ][A-HK-YZ]?\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b)"),
            PatternRule.of("place:town-line", ADDRESS, 0.8,
                    "(?m)^[ \\t]*(?<v>\\p{Lu}[\\p{L}'’\\-]+(?:[ ]\\p{Lu}[\\p{L}'’\\-]*){0,3}),?[ \\t]*\\n(?=[ \\t]*[A-PR-UWYZ][A-HK-YZ]?\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}[ \\t]*$)"),
            PatternRule.of("place:lives-in", ADDRESS, 0.85,
                    "(?<![\\p{L}])(?:[Ll]iv(?:es|ing|ed)(?: alone| independently)?|[Rr]esid(?:es|ing|ent)|[Mm]oved|[Aa]way|[Hh]oliday(?:ing)?|[Ss]tudent|[Ww]orks|[Ww]orking|[Bb]orn|[Nn]ative|[Rr]etired|[Tt]ravell?ed|[Ee]migrated|[Oo]riginally)\\s+(?:in|at|to|from|of|near)\\s+(?:the\\s+)?(?<v>"
                            + TOWN_NAME + "(?:[ \\-]" + TOWN_NAME + "){0,2})(?![\\p{L}'’])"));

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
        found.replaceAll(finding -> finding.kind() == ADDRESS ? withTown(passage, finding) : finding);
    }

    /** What follows a street after a comma, with a capital and up to the next mark, is its town. */
    private static Finding withTown(Passage passage, Finding address) {
        Matcher town = TOWN.matcher(passage.text()).region(address.end(), passage.text().length());
        return town.lookingAt()
                ? new Finding(address.start(), town.end(), ADDRESS, address.rule(), address.confidence())
                : address;
    }

    /** "2 Upper Lobe View" has only ordinary words and no place: not an address. A number with a unit is neither. */
    private static boolean street(Matcher match) {
        String street = match.group("v");
        return !street.contains("\n\n")
                && !street.matches("(?s).*\\b(?:View|Row|Way|Bank|House|Park|Hill|Bridge|Circle|Ridge|Mount|Gate)$")
                || street.matches("(?s)\\d{1,4}[A-Za-z]?,? [\\p{L}'’\\-]+ (?:[\\p{L}'’\\-]+ )?\\p{L}+");
    }
}
