package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.ADDRESS;
import static org.imaginghaven.nlp.FindingKind.POSTCODE;
import static org.imaginghaven.nlp.FindingKind.SITE;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;

/** Postcodes, street addresses, and hospitals, practices and other organisations that carry a name. */
final class PlaceDetector implements Detector {

    private static final String NAME = "[\\p{Lu}][\\p{L}'’.\\-]*";
    private static final String STREET = "(?:Road|Rd|Street|St|Avenue|Ave|Av|Crescent|Cres|Place|Pl|Terrace|Terr|Lane|Ln|Drive|Dr|Close|Gardens|Gdns|Court|Ct|Way|Square|Sq|Grove|Gr|Park|Hill|Wynd|View|Loan|Brae|Row|Walk|Mews|Green|Rise|Quay|Gate|Circus|Path|Parade|Boulevard|Blvd|Highway|Hwy|Vennel|Bank|Mount|Quadrant|Toll|Knowe|Farm|Croft|Cottages?|House|Alley|Approach|Bridge|Chase|Circle|Esplanade|Heights|Meadows?|Oval|Orchard|Promenade|Ridge|Vale|Villas|Wharf|Wood|Yard)";
    private static final String SITE_WORD = "(?:Hospitals?|Infirmary|Infirmaries|Hospice|Clinic|Surgery|Health\\s+Cent(?:re|er)|Medical\\s+Cent(?:re|er|re)|Medical\\s+Practice|Medical\\s+Group|Treatment\\s+Cent(?:re|er)|Cancer\\s+Cent(?:re|er)|Practice|Polyclinic|Sanatorium|Nursing\\s+Home|Care\\s+Home|Residential\\s+Home|Trust|Health\\s+Board|University|Maternity|Unit|Ward|Academy|School|College|Prison|Laborator(?:y|ies)|Imaging|Radiology|Diagnostics|Institute|Partnership)";
    private static final Pattern SITES = Pattern
            .compile("(?<v>(?:" + NAME + "[ ]+|(?:of|and|&|the|for|de|la|upon|on)[ ]+(?=" + NAME
                    + ")){0,6}" + NAME + "[ ]+" + SITE_WORD + "(?:[ ]+" + SITE_WORD + ")*)(?![\\p{L}])");
    private static final Pattern TOWN = Pattern.compile("(?:,[ ]{0,2}" + NAME + "(?:[ -]" + NAME
            + "){0,2}(?=\\s*(?:[,.;)\\n]|$|[A-Z]{1,2}\\d)))+");
    private static final Pattern SITES_CAPITALS = Pattern.compile(
            "(?<v>(?:[\\p{Lu}'’.\\-]{2,}[ ]+){1,5}(?:HOSPITAL|INFIRMARY|HOSPICE|HEALTH CENTRE|MEDICAL CENTRE|NHS TRUST|HEALTH BOARD)S?)\\b");

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of("place:postcode", POSTCODE, 0.97,
                    "(?<![\\w.])(?:[A-PR-UWYZ][A-HK-YZ]?\\d[A-Z\\d]?[ ]{0,2}\\d(?!(?:ST|ND|RD|TH)\\b)[ABD-HJLNP-UW-Z]{2}|GIR ?0AA)(?!\\w)"),
            PatternRule.of("place:postcode-small", POSTCODE, 0.85,
                    "(?<![\\w.])[a-pr-uwyz][a-hk-yz]?\\d[a-z\\d]? ?\\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}(?!\\w)"),
            PatternRule.of("place:zip", POSTCODE, 0.9, "(?<=\\b[A-Z]{2}[ ,]{1,2})\\d{5}(?:-\\d{4})?\\b"),
            PatternRule.of("place:street", ADDRESS, 0.95,
                    "(?<v>(?:(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom|[Ss]uite)\\s+[\\dA-Z/]{1,6}\\s*,?\\s*)?(?<![\\w./])\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4})?,?\\s+(?:(?:"
                            + NAME + ")\\s+){1,4}?"
                            + STREET + ")\\b(?!['’]s)",
                    PlaceDetector::street),
            PatternRule.of("place:street-capitals", ADDRESS, 0.9,
                    "(?<v>(?<![\\w./])\\d{1,5}[A-Z]?(?:[-/]\\d{1,4})?,?\\s+(?:[\\p{Lu}'’\\-]{2,}\\s+){1,3}(?:ROAD|RD|STREET|ST|AVENUE|AVE|CRESCENT|PLACE|TERRACE|LANE|DRIVE|CLOSE|GARDENS|COURT|WAY|SQUARE|GROVE|WYND|LOAN|BRAE))\\b"),
            PatternRule.of("place:labelled", ADDRESS, 0.95,
                    "(?i)\\b(?:home\\s+)?(?:address|addr|lives\\s+at|resides\\s+at|residing\\s+at|resident\\s+at)\\b\\s*[:=]?\\s*(?<v>\\d{1,5}[A-Z]?(?:/\\d+)?,?\\s+[^\\n;:.]{3,60}?)(?=\\s*(?:\\n|;|\\.\\s|\\.$|$|\\s{2,}|\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b))"),
            PatternRule.of("place:box", ADDRESS, 0.95, "(?i)\\bP\\.?\\s?O\\.?\\s+box\\s+\\d{1,6}\\b"));

    private final Words words;

    PlaceDetector(Words words) {
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
        found.replaceAll(finding -> finding.kind() == ADDRESS ? withTown(passage, finding) : finding);
        sites(passage, SITES, found);
        sites(passage, SITES_CAPITALS, found);
    }

    /** What follows a street after a comma, with a capital and up to the next mark, is its town. */
    private static Finding withTown(Passage passage, Finding address) {
        Matcher town = TOWN.matcher(passage.text()).region(address.end(), passage.text().length());
        return town.lookingAt()
                ? new Finding(address.start(), town.end(), ADDRESS, address.rule(), address.confidence())
                : address;
    }

    /** A word such as Hospital names a site only with a word of its own before it: "the Royal Infirmary", not "Outpatient Clinic". */
    private void sites(Passage passage, Pattern pattern, List<Finding> found) {
        Matcher match = pattern.matcher(passage.text());
        while (match.find()) {
            String[] parts = match.group("v").split("(?<= )");
            int start = match.start("v");
            int first = 0;
            while (first < parts.length && opening(passage, start, parts[first].strip(), match.group("v"))) {
                start += parts[first].length();
                first++;
            }
            boolean named = false;
            for (int i = first; i < parts.length; i++) {
                String part = parts[i].strip();
                if (part.isEmpty()) {
                    continue;
                }
                named |= Character.isUpperCase(part.charAt(0)) && !words.genericSite(part);
            }
            if (named) {
                found.add(new Finding(start, match.end("v"), SITE, "place:site", 0.93));
            }
        }
    }

    /** Words at the head of a match that belong to the sentence, not to the name: "The", "At", "Dr", "Scan". */
    private boolean opening(Passage passage, int start, String part, String whole) {
        if (part.isEmpty()) {
            return true;
        }
        String lower = part.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        boolean small = !Character.isUpperCase(part.charAt(0));
        return small || words.functionWord(lower) || part.endsWith(".") && !lower.equals("st")
                || words.common(lower) && !words.siteQualifier(lower) && passage.opensSentence(passage.wordFrom(start))
                        && !words.place(lower);
    }

    /** "2 Upper Lobe View" has only ordinary words and no place: not an address. A number with a unit is neither. */
    private static boolean street(Matcher match) {
        String street = match.group("v");
        return !street.contains("\n\n")
                && !street.matches("(?s).*\\b(?:View|Row|Way|Bank|House|Park|Hill|Bridge|Circle|Ridge|Mount|Gate)$")
                || street.matches("(?s)\\d{1,4}[A-Za-z]?,? [\\p{L}'’\\-]+ (?:[\\p{L}'’\\-]+ )?\\p{L}+");
    }
}
