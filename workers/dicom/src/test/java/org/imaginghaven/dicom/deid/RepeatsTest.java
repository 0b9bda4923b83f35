package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.dicom.policy.Rule;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final int REFERENCED = 0x00081155;
    private static final int SEQUENCE = 0x00081140;
    private static final Rule RULE = Policy.bundled("basic").rule(REFERENCED, Vr.UI, SEQUENCE,
            Dataset.builder().build());

    private final Repeats repeats = new Repeats();

    private static Element.Value uid(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new Element.Value(REFERENCED, Vr.UI, bytes, 0, bytes.length, false);
    }

    private void keep(int parent, String before, String after) {
        repeats.keep(new Repeats.Entry(parent, uid(before), null, RULE, uid(after)));
    }

    private Repeats.Entry find(int parent, String before) {
        return repeats.find(parent, uid(before), null, RULE);
    }

    @Test
    void itemsOfASequenceDoNotPushEachOtherOut() {
        for (int i = 1; i <= 3; i++) {
            keep(SEQUENCE, "1.2.3." + i, "2.25." + i);
        }

        for (int i = 1; i <= 3; i++) {
            Element after = find(SEQUENCE, "1.2.3." + i).after();
            assertThat(new String(((Element.Value) after).array(), StandardCharsets.US_ASCII)).isEqualTo("2.25." + i);
        }
    }

    @Test
    void onlyAnEqualValueAtTheSamePlaceIsARepeat() {
        keep(SEQUENCE, "1.2.3.4", "2.25.4");

        assertThat(find(0, "1.2.3.4")).isNull();
        assertThat(find(SEQUENCE, "1.2.9.4")).isNull();
        repeats.forget();
        assertThat(find(SEQUENCE, "1.2.3.4")).isNull();
    }

    @Test
    void longValuesTakeNoMemory() {
        String text = "1".repeat(2_000);
        keep(SEQUENCE, text, "2.25.1");

        assertThat(find(SEQUENCE, text)).isNull();
    }
}
