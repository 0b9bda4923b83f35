package org.imaginghaven.gate.promote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.dicom.pixel.Rectangle;
import org.junit.jupiter.api.Test;

class PixelProposalTest {

    private final PixelProposal proposal = new PixelProposal();

    @Test
    void aClassIsProvedOnlyByEnoughImagesThatWereLookedAt() {
        clean(PixelProposal.FEWEST_SAMPLES - 1);
        assertThat(proposal.ifClean()).as("one too few").isEqualTo(PixelProposal.CLEAN);
        clean(1);
        assertThat(proposal.ifClean()).isEqualTo(PixelProposal.PROVED);
        proposal.addUnreadable();
        assertThat(proposal.ifClean()).as("one could not be read").isEqualTo(PixelProposal.CLEAN);
    }

    @Test
    void oneTextAmongManyImagesIsEnoughToLookAtEach() {
        clean(PixelProposal.FEWEST_SAMPLES);
        proposal.add(false, List.of(new Rectangle(4, 4, 20, 8)));
        assertThat(proposal.ifClean()).isEqualTo(PixelProposal.CLEAN);
    }

    private void clean(int images) {
        for (int image = 0; image < images; image++) {
            proposal.add(false, List.of());
        }
    }

    @Test
    void nothingIsProvedWithoutAFinder() {
        for (int i = 0; i < PixelProposal.FEWEST_SAMPLES; i++) {
            proposal.addUnseen(false);
        }
        assertThat(proposal.ifClean()).isEqualTo(PixelProposal.CLEAN);
        assertThat(proposal.ifBlank()).isEqualTo(PixelProposal.LOOK);
    }

    @Test
    void boxesThatTouchBecomeOneAndTheRuleParses() {
        proposal.add(true, List.of(new Rectangle(10, 10, 50, 20), new Rectangle(62, 12, 30, 20)));
        proposal.add(false, List.of(new Rectangle(300, 300, 10, 10)));

        assertThat(proposal.ifBlank()).isEqualTo("blank 2,2,98,38 292,292,26,26");
        assertThat(PixelRules.parse("rule a: " + proposal.ifBlank() + " when Modality exists", "t").rules()).hasSize(1);
        assertThat(proposal.withText()).isEqualTo(2);
    }

    @Test
    void ultrasoundThatTellsItsRegionsKeepsThose() {
        proposal.add(true, List.of(new Rectangle(1, 1, 5, 5)));
        assertThat(proposal.ifBlank()).isEqualTo(PixelProposal.KEEP_REGIONS);
    }

    @Test
    void anImageThatSaysItHasTextCounts() {
        proposal.add(false, List.of());
        proposal.countAsText(List.of());
        assertThat(proposal.withText()).isEqualTo(1);
    }
}
