package org.imaginghaven.governance.approve;

import java.util.List;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/** Finds out who has to decide. Nobody is not everybody: without a data controller there is no approval. */
public final class ListControllersWorker implements Job<ListControllersWorker.Input, ListControllersWorker.Output> {

    private final Approvals approvals;

    public ListControllersWorker(Approvals approvals) {
        this.approvals = approvals;
    }

    public record Input(Key requestKey) {
    }

    /** @param controllers codes of data controllers, in order */
    public record Output(List<String> controllers, int controllerCount) {
        public Output {
            controllers = List.copyOf(controllers);
        }
    }

    @Override
    public String type() {
        return "governance:list-controllers:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Input input, JobContext context) throws Refusal {
        List<String> controllers = approvals.controllersOf(input.requestKey());
        if (controllers.isEmpty()) {
            throw new Refusal(RefusalCode.NO_CONTROLLERS);
        }
        return new Output(controllers, controllers.size());
    }
}
