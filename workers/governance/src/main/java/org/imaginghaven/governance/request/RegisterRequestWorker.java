package org.imaginghaven.governance.request;

import java.util.Map;
import org.imaginghaven.governance.request.Requests.CohortSize;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/** Takes a request in and tells the process how large its cohort is; an empty cohort is refused. */
public final class RegisterRequestWorker implements Job<RegisterRequestWorker.Input, RegisterRequestWorker.Output> {

    private final Requests requests;

    public RegisterRequestWorker(Requests requests) {
        this.requests = requests;
    }

    public record Input(Key requestKey) {
    }

    public record Output(int patientCount, int fileCount) {
    }

    @Override
    public String type() {
        return "governance:register-request:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Input input, JobContext context) throws Refusal {
        Request request = requests.get(input.requestKey());
        CohortSize size = requests.sizeOf(request.cohortKey());
        if (size.patients() == 0 || size.files() == 0) {
            throw new Refusal(RefusalCode.COHORT_EMPTY);
        }
        if (request.state() == RequestState.DRAFT) {
            requests.moveTo(request.requestKey(), RequestState.SUBMITTED,
                    AuditEvent.bySystem(type(), "request-registered", request.requestKey(),
                            Map.of("patients", Integer.toString(size.patients()), "files",
                                    Integer.toString(size.files()), "project", request.projectKey().value())));
        }
        return new Output(size.patients(), size.files());
    }
}
