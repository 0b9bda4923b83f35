package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all the others: every sequence flow of every process was taken by some test. */
@Order(Integer.MAX_VALUE)
class FlowCoverageTest {

    @Test
    void everySequenceFlowWasTaken() {
        String asked = System.getProperty("test", "FlowCoverageTest");
        assumeTrue(asked.contains("FlowCoverageTest"), "only some tests were asked for, so only some flows were taken");
        System.out.printf("%d of %d sequence flows taken%n", Coverage.all().size() - Coverage.missing().size(),
                Coverage.all().size());
        assertThat(Coverage.missing()).as("sequence flows no test took").isEmpty();
    }
}
