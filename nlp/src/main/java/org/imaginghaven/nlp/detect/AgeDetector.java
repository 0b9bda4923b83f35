package org.imaginghaven.nlp.detect;

import java.util.List;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/** Ages of 90 and more. */
final class AgeDetector implements Detector {

    private static final String OLD = "(?<v>9\\d|1[01]\\d)";
    private static final String WORDS = "(?:ninety(?:[\\s\\-]+(?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one)\\s+hundred(?:\\s+and\\s+(?:one|two|three|four|five|six|seven|eight|nine|ten))?)";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of("age:years", FindingKind.AGE90, 0.97,
                    "(?i)(?<![\\w.])" + OLD + "[\\s\\-]*(?:years?|yrs?|y)[\\s\\-]*(?:old|of\\s+age|o\\b)"),
            PatternRule.of("age:short", FindingKind.AGE90, 0.95,
                    "(?i)(?<![\\w.])" + OLD + "\\s?(?:y\\.?\\s?o\\b|y/o|yrs|yr|y\\b)"),
            PatternRule.of("age:after-comma", FindingKind.AGE90, 0.85,
                    "(?i)(?<=[\\p{L}.)],?\\s)" + OLD
                            + "\\s+years?\\b(?!\\s+(?:ago|of\\s+(?!age)|later|history|prior|earlier|post|follow|since|before|after|survival))"),
            PatternRule.of("age:words", FindingKind.AGE90, 0.95,
                    "(?i)\\b(?:(?:aged?|turned|is|was|now|of)\\s+(?<v>" + WORDS
                            + ")\\b(?!\\s*(?:%|per\\s?cent|degrees|minutes|seconds|days|hours|mm|mg|ml|weeks|months))|(?<w>"
                            + WORDS + ")[\\s\\-]*(?:years?|yrs?)\\b(?!\\s+(?:ago|later)))"),
            PatternRule.of("age:nineties", FindingKind.AGE90, 0.9,
                    "(?i)\\b(?:his|her|their)\\s+(?:early|mid|late)?[\\s\\-]*(?<v>(?:nineties|90'?s))\\b"),
            PatternRule.of("age:label", FindingKind.AGE90, 0.97,
                    "(?i)\\b(?:aged?|age\\s+of)\\s*[:=]?\\s*0?" + OLD
                            + "(?!\\d|\\s?(?:%|mm|cm|days?|weeks?|months?|hours?|minutes?)|\\.\\d)"),
            PatternRule.of("age:named", FindingKind.AGE90, 0.85,
                    "(?<![\\p{L}])(?:(?:Mr|Mrs|Ms|Miss|Mx)\\.? (?:\\p{Lu}[\\p{L}.'’\\-]* ){0,2}\\p{Lu}[\\p{L}'’\\-]+(?:,| is| was| is now|, now)|(?:[Ss]he|[Hh]e|[Pp]atient|[Ll]ady|[Gg]entleman) (?:is|was|is now|turns|turned)) "
                            + OLD + "(?=(?: and| but| with| who| next| this| in| on)\\b|\\s*[.,;)](?!\\d)|\\s*$)"),
            PatternRule.of("age:dicom", FindingKind.AGE90, 0.95, "\\b0?" + OLD + "Y\\b"),
            PatternRule.of("age:word", FindingKind.AGE90, 0.95, "(?i)\\b(?:super)?(?:centenarian|nonagenarian)s?\\b"),
            PatternRule.of("age:between-commas", FindingKind.AGE90, 0.85,
                    "(?<=\\p{Lu}\\p{Ll}{2,20}|\\)),[ ]" + OLD
                            + ",(?=[ ](?:is|was|of|who|has|had|with|from|lives|retired|presents|presented|admitted|came|attended|seen|fell)\\b)"),
            PatternRule.of("age:slash", FindingKind.AGE90, 0.9,
                    "(?<![\\w./])(?:" + OLD + "\\s?/\\s?[MF]\\b|[MF]\\s?/\\s?(?<w>9\\d|1[01]\\d)(?![\\w]|[./]\\d))"),
            PatternRule.of("age:sex", FindingKind.AGE90, 0.85,
                    "(?<![\\w.])" + OLD + "\\s?(?:[MF]\\b|[-\\s]?(?:male|female|lady|gentleman|woman|man)\\b)"));

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
    }
}
