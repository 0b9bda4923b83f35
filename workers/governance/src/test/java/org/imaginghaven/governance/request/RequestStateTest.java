package org.imaginghaven.governance.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestStateTest {

    @Test
    void everyStateCanBeReachedFromADraft() {
        Set<RequestState> reached = EnumSet.of(RequestState.DRAFT);
        for (int i = 0; i < RequestState.values().length; i++) {
            EnumSet.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }

        assertThat(reached).containsExactlyInAnyOrder(RequestState.values());
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void everyOpenStateCanBeWithdrawn(RequestState state) {
        assertThat(state.isFinal() || state.mayBecome(RequestState.WITHDRAWN)).isTrue();
    }

    @Test
    void onlyApprovalApproves() {
        assertThat(RequestState.values()).filteredOn(state -> state.mayBecome(RequestState.APPROVED))
                .containsExactly(RequestState.IN_APPROVAL);
    }
}
