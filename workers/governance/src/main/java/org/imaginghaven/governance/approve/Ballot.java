package org.imaginghaven.governance.approve;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/**
 * The data controllers of a cohort and what each decided in one round. Pure.
 *
 * @param controllers everyone who has to decide; nobody means nothing can be approved
 * @param decisions those taken so far
 * @param panelRefused the panel said no: nothing is allowed unless an appeal overturned it
 * @param overturned an appeal was won: what was refused is allowed, what lapsed stays out
 */
public record Ballot(List<String> controllers, List<Decision> decisions, boolean panelRefused, boolean overturned) {

    /** How long access lasts when no data controller names a day. */
    public static final int DEFAULT_TERM_DAYS = 365;

    public Ballot {
        controllers = List.copyOf(controllers);
        decisions = List.copyOf(decisions);
    }

    public int count(ControllerDecision... wanted) {
        return (int) decisions.stream().filter(d -> Set.of(wanted).contains(d.decision())).count();
    }

    public int approvals() {
        return count(ControllerDecision.APPROVE, ControllerDecision.APPROVE_WITH_CONDITIONS);
    }

    /** @throws Refusal NOT_RECONCILED unless exactly the responsible data controllers decided, each once */
    public void demandComplete() throws Refusal {
        List<String> decided = decisions.stream().map(Decision::controller).sorted().toList();
        if (controllers.isEmpty() || !decided.equals(controllers.stream().sorted().toList())) {
            throw new Refusal(RefusalCode.NOT_RECONCILED);
        }
    }

    /** The decisions under which data may be used: this is what the cohort narrows to. */
    public List<Decision> allowing() {
        if (panelRefused && !overturned) {
            return List.of();
        }
        return decisions.stream().filter(d -> d.decision().approves()
                || overturned && d.decision() == ControllerDecision.REFUSE).toList();
    }

    public ApprovalOutcome outcome() {
        if (count(ControllerDecision.RETURN) > 0) {
            return ApprovalOutcome.RETURNED;
        }
        int allowing = allowing().size();
        if (allowing == 0) {
            return ApprovalOutcome.REFUSED;
        }
        return allowing == controllers.size() ? ApprovalOutcome.APPROVED : ApprovalOutcome.PARTIAL;
    }

    /**
     * What to agree on.
     *
     * @throws Refusal NOT_RECONCILED when somebody has not decided, NO_CONTROLLERS when nobody allows anything
     */
    public Terms terms(LocalDate today) throws Refusal {
        demandComplete();
        List<Decision> scope = allowing();
        if (scope.isEmpty() || outcome() == ApprovalOutcome.RETURNED) {
            throw new Refusal(RefusalCode.NO_CONTROLLERS);
        }
        LocalDate endsOn = scope.stream().map(Decision::endsOn).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(today.plusDays(DEFAULT_TERM_DAYS));
        String conditions = scope.stream().flatMap(Ballot::condition).collect(Collectors.joining("\n"));
        return new Terms(scope.stream().map(Decision::controller).sorted().toList(),
                Optional.of(conditions).filter(text -> !text.isEmpty()), endsOn);
    }

    private static Stream<String> condition(Decision decision) {
        return Stream.ofNullable(decision.conditions()).map(text -> decision.controller() + ": " + text.value());
    }

    /**
     * Scope, conditions and end of an agreement.
     *
     * @param endsOn the first day without access: the earliest that any data controller named
     */
    public record Terms(List<String> controllers, Optional<String> conditions, LocalDate endsOn) {
    }
}
