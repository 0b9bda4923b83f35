package org.imaginghaven.gate.promote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imaginghaven.dicom.pixel.Rectangle;
import org.junit.jupiter.api.Test;

class PixelProposalTest {

    private final PixelProposal proposal = new PixelProposal();

    private void clean(int images) {
        for (int image = 0; image < images; image++) {
            proposal.add(false, List.of());
        }
    }

    @Test
    void aFewCleanImagesProveNothingAboutTheNextOne() {
        clean(PixelProposal.FEWEST_SAMPLES - 1);

        assertThat(proposal.ifClean()).isEqualTo(PixelProposal.CLEAN);
    }

    @Test
    void manyCleanImagesDo() {
        clean(PixelProposal.FEWEST_SAMPLES);

        assertThat(proposal.ifClean()).isEqualTo(PixelProposal.PROVED);
    }

    @Test
    void oneTextAmongManyImagesIsEnoughToLookAtEach() {
        clean(PixelProposal.FEWEST_SAMPLES);
        proposal.add(false, List.of(new Rectangle(4, 4, 20, 8)));

        assertThat(proposal.ifClean()).isEqualTo(PixelProposal.CLEAN);
    }

    @Test
    void anImageThatCouldNotBeReadIsNoProof() {
        clean(PixelProposal.FEWEST_SAMPLES);
        proposal.addUnreadable();

        assertThat(proposal.ifClean()).isEqualTo(PixelProposal.CLEAN);
    }
}
