package org.imaginghaven.nlp.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside the finding in double brackets. */
class AttributesTest {

    private static final Attributes ATTRIBUTES = new Attributes();

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            12 | A 12mm [[polyp]].
            40 | A 3 x 4 cm [[mass]].
            12 | [[Cyst]] of 1.2 cm by 8 mm.
            10 | [[Nodule]] of 8-10 mm.
            10 | [[Nodule]] of 8 to 10 mm.
            52 | [[Aneurysm]] measuring 5,2 cm.
            30 | [[Mass]] 23x18x30mm.
            30 | [[Mass]] 2.3 × 1.8 × 3.0 cm (previously 2.0 x 1.5 x 4.5 cm).
            14 | [[Goitre]], previously 9 mm, now 14 mm.
            12 | [[Node]] increased from 8 mm to 12 mm.
            4  | [[Calculus]] of 4 millimetres.
            30 | A 3 centimeter [[collection]].
            -1 | [[Mass]] in 3 views.
            -1 | [[Fracture]] of T12, 24 hours old.
            """)
    void length(double millimetres, String marked) {
        assertThat(ATTRIBUTES.millimetres(text(marked), start(marked), end(marked)).orElse(-1)).isEqualTo(millimetres);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            left      | LLL [[collapse]].
            right     | [[Nodule]] in the RUL.
            right     | R sided [[effusion]].
            left      | [[Fracture]] of the L hip.
            bilateral | Bilat [[effusions]].
            right     | Lt lung clear, Rt [[effusion]].
            -         | [[Protrusion]] at L5 and in room R2.
            """)
    void side(String side, String marked) {
        assertThat(ATTRIBUTES.side(text(marked), start(marked), end(marked)).orElse("-")).isEqualTo(side);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            unchanged | The [[mass]] has not significantly increased.
            unchanged | No appreciable growth of the [[cyst]].
            decreased | Resolving [[haematoma]].
            increased | The [[cyst]] is larger.
            resolved  | The [[cyst]] is no longer seen.
            """)
    void change(String change, String marked) {
        assertThat(ATTRIBUTES.change(text(marked), start(marked), end(marked)).orElse("-")).isEqualTo(change);
    }

    private static String text(String marked) {
        return marked.replace("[[", "").replace("]]", "");
    }

    private static int start(String marked) {
        return marked.indexOf("[[");
    }

    private static int end(String marked) {
        return marked.indexOf("]]") - 2;
    }
}
