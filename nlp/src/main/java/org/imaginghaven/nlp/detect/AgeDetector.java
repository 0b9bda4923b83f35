package org.imaginghaven.nlp.detect;

import java.util.List;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/** Ages of 90 and more. */
final class AgeDetector implements Detector {

    private static final String OLD = "(?<v>9\\d|1[01]\\d)";
    private static final List<PatternRule> RULES = List.of(
            PatternRule.of("age:years", FindingKind.AGE90, 0.97,
                    "(?i)(?<![\\w.])" + OLD + "[\\s\\-]*(?:years?|yrs?|y)[\\s\\-]*(?:old|of\\s+age|o\\b)"),
            PatternRule.of("age:short", FindingKind.AGE90, 0.95,
                    "(?i)(?<![\\w.])" + OLD + "\\s?(?:yo|y/o|yrs|yr)\\b"),
            PatternRule.of("age:label", FindingKind.AGE90, 0.97,
                    "(?i)\\b(?:aged?|age\\s+of)\\s*[:=]?\\s*0?" + OLD
                            + "(?!\\d|\\s?(?:%|mm|cm|days?|weeks?|months?|hours?|minutes?)|\\.\\d)"),
            PatternRule.of("age:dicom", FindingKind.AGE90, 0.95, "\\b0?" + OLD + "Y\\b"),
            PatternRule.of("age:sex", FindingKind.AGE90, 0.85,
                    "(?<![\\w.])" + OLD + "\\s?(?:[MF]\\b|[-\\s]?(?:male|female|lady|gentleman|woman|man)\\b)"));

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
    }
}
