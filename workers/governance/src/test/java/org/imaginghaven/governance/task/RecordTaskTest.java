package org.imaginghaven.governance.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imaginghaven.governance.House.text;

import org.imaginghaven.governance.House;
import org.imaginghaven.governance.task.RecordTaskWorker.HumanTask;
import org.imaginghaven.governance.task.RecordTaskWorker.TaskDecision;
import org.imaginghaven.kernel.Key;
import org.junit.jupiter.api.Test;

class RecordTaskTest {

    private static final String RECORD = "governance:record-task:1";
    private static final Key BATCH = new Key("bat-0000000000000001");

    private final House house = new House();

    @Test
    void whoOfTheGroupCompletesTheTaskIsKeptWithTheirReason() throws Exception {
        house.completed("deid-analyst", "analyst1").run(RECORD, HumanTask.REVIEW_QUARANTINE, BATCH,
                TaskDecision.REJECT, text("Cut off in transfer"));

        assertThat(house.one("select username || ' ' || duty || ' ' || decision || ' ' || reason"
                + " from governance.review where subject = '%s'", BATCH))
                .isEqualTo("analyst1 review-quarantine reject Cut off in transfer");
        assertThat(house.actions(BATCH)).containsExactly("task-completed");
    }

    @Test
    void aTaskDeliveredTwiceIsKeptOnce() throws Exception {
        house.completed("ig-lead", "iglead");
        for (int delivery = 0; delivery < 2; delivery++) {
            house.deliver(7, RECORD, HumanTask.RESOLVE_REVOCATION, BATCH, TaskDecision.DONE, null);
        }

        assertThat(house.actions(BATCH)).containsExactly("task-completed");
    }

    @Test
    void whoDoesNotBelongToTheGroupIsRefused() {
        house.completed("ig-lead", "analyst1");

        assertThatThrownBy(() -> house.run(RECORD, HumanTask.INVESTIGATE_EXTRACTION, BATCH, TaskDecision.RETRY, null))
                .hasMessage("NOT_ENTITLED");
        assertThat(house.actions(BATCH)).isEmpty();
    }

    @Test
    void aTaskThatNobodyTookIsRefused() {
        house.completedByNobody("deid-analyst");

        assertThatThrownBy(() -> house.run(RECORD, HumanTask.RESOLVE_MAPPING, BATCH, TaskDecision.RESOLVED, null))
                .hasMessage("NOT_ENTITLED");
    }

    @Test
    void aReasonThatMayNameSomebodyIsNotKept() {
        house.completed("deid-analyst", "analyst1");

        assertThatThrownBy(() -> house.run(RECORD, HumanTask.REVIEW_QUARANTINE, BATCH, TaskDecision.REJECT,
                text("Belongs to Fraser"))).hasMessage("TEXT_IDENTIFIES");
        assertThat(house.actions(BATCH)).isEmpty();
    }
}
