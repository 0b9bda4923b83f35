package org.imaginghaven.pixels.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.pixels.text.Box;
import org.junit.jupiter.api.Test;

class RuleProposalTest {

    private static final PixelRules.ImageType DEVICE = new PixelRules.ImageType("US", "Acme", "Echo 5", "1.0",
            "ORIGINAL\\PRIMARY");

    @Test
    void whatStandsAtOnePlaceInManyImagesBecomesARuleThatBlanksIt() {
        RuleProposal proposal = new RuleProposal();
        for (int i = 0; i < 10; i++) {
            proposal.add(DEVICE, 480, 640,
                    i == 3
                            ? List.of(new Box(10, 8, 120 + i, 14), new Box(300, 200, 40, 12))
                            : List.of(new Box(10, 8, 120 + i, 14), new Box(400, 8, 90, 14)));
        }
        List<String> lines = proposal.lines();
        assertThat(lines).containsExactly("# from 10 images of 640 x 480 pixels",
                "rule proposed-1: blank 4,2,141,26 394,2,102,26 when Modality = \"US\" and Manufacturer = \"Acme\""
                        + " and ManufacturerModelName = \"Echo 5\" and Rows = 480 and Columns = 640");
        PixelRules rules = PixelRules.parse(String.join("\n", lines), "proposal");
        Dataset image = Dataset.builder().set("Modality", "US").set("Manufacturer", "Acme")
                .set("ManufacturerModelName", "Echo 5").set("Rows", 480).set("Columns", 640).build();
        assertThat(rules.match(image)).isNotNull();
    }

    @Test
    void twoImagesAreNoHabit() {
        RuleProposal proposal = new RuleProposal();
        proposal.add(DEVICE, 480, 640, List.of(new Box(10, 8, 120, 14)));
        proposal.add(DEVICE, 480, 640, List.of(new Box(10, 8, 120, 14)));
        assertThat(proposal.lines()).isEmpty();
    }
}
