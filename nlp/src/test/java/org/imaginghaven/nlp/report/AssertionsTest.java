package org.imaginghaven.nlp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.imaginghaven.nlp.report.Standing.Assertion;
import org.imaginghaven.nlp.report.Standing.Experiencer;
import org.imaginghaven.nlp.report.Standing.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The finding is in double brackets. */
class AssertionsTest {

    private final Assertions assertions = Assertions.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            PRESENT   | CURRENT      | PATIENT | There is a large [[effusion]] on the left.
            ABSENT    | CURRENT      | PATIENT | No [[effusion]].
            ABSENT    | CURRENT      | PATIENT | No collapse, consolidation or [[effusion]] is seen.
            ABSENT    | CURRENT      | PATIENT | The patient denied fever, cough or [[chest pain]].
            ABSENT    | CURRENT      | PATIENT | [[Pneumothorax]] has been excluded.
            ABSENT    | CURRENT      | PATIENT | [[Pneumothorax]]: none.
            ABSENT    | CURRENT      | PATIENT | Ultrasound was negative for [[gallstones]].
            ABSENT    | CURRENT      | PATIENT | Appearances are not consistent with [[dissection]].
            PRESENT   | CURRENT      | PATIENT | No effusion, but there is [[consolidation]].
            PRESENT   | CURRENT      | PATIENT | No change in the [[nodule]].
            PRESENT   | CURRENT      | PATIENT | There is [[cardiomegaly]], no effusion.
            PRESENT   | CURRENT      | PATIENT | No fracture. [[Swelling]] over the ankle.
            ABSENT    | CURRENT      | PATIENT | There is nothing to suggest [[abscess]].
            ABSENT    | CURRENT      | PATIENT | I doubt [[meningitis]].
            ABSENT    | CURRENT      | PATIENT | [[Torsion]] is thought very unlikely.
            ABSENT    | CURRENT      | PATIENT | His [[wheeze]] has settled.
            ABSENT    | CURRENT      | PATIENT | (-) [[clonus]], brisk reflexes.
            ABSENT    | CURRENT      | PATIENT | Varices: none. [[Hernia]] no.
            ABSENT    | CURRENT      | PATIENT | Edges not involved by [[sarcoma]].
            PRESENT   | CURRENT      | PATIENT | There can be no doubt that he has [[croup]].
            PRESENT   | CURRENT      | PATIENT | Since there is no increase in the [[goitre]], discharge.
            PRESENT   | CURRENT      | PATIENT | No nodes, a small [[polyp]] is seen.
            PRESENT   | CURRENT      | PATIENT | Appearances of [[colitis]], negative for granulomas.
            PRESENT   | CURRENT      | PATIENT | The [[cyst]] was not seen on the earlier scan.
            PRESENT   | CURRENT      | PATIENT | No biopsy was taken of the [[ulcer]].
            PRESENT   | CURRENT      | PATIENT | Left without being seen for [[earache]].
            PRESENT   | CURRENT      | PATIENT | No collapse identified, small [[effusion]].
            UNCERTAIN | CURRENT      | PATIENT | Intermediate probability of [[embolism]].
            UNCERTAIN | CURRENT      | PATIENT | [[Torsion]] is difficult to exclude.
            PRESENT   | CURRENT      | PATIENT | Family aware of the [[fracture]].
            PRESENT   | PAST         | PATIENT | Had a [[stroke]] in 2011.
            UNCERTAIN | CURRENT      | PATIENT | Possible [[pneumonia]] at the base.
            UNCERTAIN | CURRENT      | PATIENT | This may represent [[atelectasis]].
            UNCERTAIN | CURRENT      | PATIENT | [[Malignancy]] cannot be excluded.
            UNCERTAIN | CURRENT      | PATIENT | Appearances are suspicious for [[metastasis]].
            PRESENT   | PAST         | PATIENT | History of [[breast cancer]].
            PRESENT   | PAST         | PATIENT | Previous [[infarct]] noted.
            PRESENT   | CURRENT      | OTHER   | Her mother had [[lung cancer]].
            PRESENT   | HYPOTHETICAL | PATIENT | Return if [[fever]] develops.
            PRESENT   | HYPOTHETICAL | PATIENT | At risk of [[thrombosis]].
            """)
    void decides(Assertion assertion, Time time, Experiencer experiencer, String marked) {
        String text = marked.replace("[[", "").replace("]]", "");
        Standing standing = assertions.assess(text, marked.indexOf("[["), marked.indexOf("]]") - 2);
        assertThat(standing.assertion()).isEqualTo(assertion);
        assertThat(standing.time()).isEqualTo(time);
        assertThat(standing.experiencer()).isEqualTo(experiencer);
        assertThat(standing.rule()).startsWith(Assertions.VERSION);
    }

    @Test
    void notMentionedIsNotAbsent() {
        assertThat(new Targets(assertions).assess("Clear lungs.", "fracture")).isEmpty();
    }

    @Test
    void ofSeveralMentionsTheOneThatSaysMostCounts() {
        assertThat(new Targets(assertions).assess("No nodule on the left. There is a nodule on the right.", "nodule"))
                .hasValueSatisfying(standing -> assertThat(standing.assertion()).isEqualTo(Assertion.PRESENT));
    }

    @Test
    void aPhraseWithChoicesIsEveryReading() {
        assertThat(TriggerFile.expand("(is/was) (highly)? unlikely")).containsExactly(
                List.of("is", "highly", "unlikely"),
                List.of("is", "unlikely"), List.of("was", "highly", "unlikely"), List.of("was", "unlikely"));
    }
}
