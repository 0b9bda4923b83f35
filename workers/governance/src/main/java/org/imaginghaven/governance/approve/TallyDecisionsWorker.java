package org.imaginghaven.governance.approve;

import java.util.Map;
import org.imaginghaven.governance.request.Request;
import org.imaginghaven.governance.request.RequestState;
import org.imaginghaven.governance.request.Requests;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/** Counts the decisions, after making sure that every data controller has taken one. */
public final class TallyDecisionsWorker implements Job<TallyDecisionsWorker.Input, TallyDecisionsWorker.Output> {

    private final Approvals approvals;
    private final Requests requests;

    public TallyDecisionsWorker(Approvals approvals, Requests requests) {
        this.approvals = approvals;
        this.requests = requests;
    }

    /** @param controllerCount how many data controllers the process asked */
    public record Input(Key requestKey, int controllerCount) {
    }

    public record Output(int approvals, int refusals, int returns, int lapses, int patientCount) {
    }

    @Override
    public String type() {
        return "governance:tally-decisions:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Input input, JobContext context) throws Refusal {
        Request request = requests.get(input.requestKey());
        Ballot ballot = approvals.ballot(input.requestKey());
        ballot.demandComplete();
        if (ballot.controllers().size() != input.controllerCount()) {
            throw new Refusal(RefusalCode.NOT_RECONCILED);
        }
        if (ballot.outcome() == ApprovalOutcome.RETURNED) {
            requests.moveTo(request.requestKey(), RequestState.RETURNED,
                    AuditEvent.bySystem(type(), "request-returned", request.requestKey(), Map.of()));
        }
        return new Output(ballot.approvals(), ballot.count(ControllerDecision.REFUSE),
                ballot.count(ControllerDecision.RETURN), ballot.count(ControllerDecision.LAPSE),
                requests.sizeOf(request.cohortKey()).patients());
    }
}
