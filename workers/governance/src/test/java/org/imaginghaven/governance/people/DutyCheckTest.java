package org.imaginghaven.governance.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imaginghaven.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DutyCheckTest {

    @ParameterizedTest
    @EnumSource(Duty.class)
    void whoIsInTheGroupAndTookNoOtherPartMayDoIt(Duty duty) throws Refusal {
        assertThat(DutyCheck.admit(duty, duty.group(), Optional.of("anna"), Set.of(duty.group()), nobody()))
                .isEqualTo("anna");
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void whoIsNotInTheGroupMayNot(Duty duty) {
        assertThatThrownBy(
                () -> DutyCheck.admit(duty, duty.group(), Optional.of("anna"), Set.of("another-group"), nobody()))
                .hasMessage("NOT_ENTITLED");
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void aTaskThatNobodyWasAssignedToWasDoneByNobodyEntitled(Duty duty) {
        assertThatThrownBy(
                () -> DutyCheck.admit(duty, duty.group(), Optional.empty(), Set.of(duty.group()), nobody()))
                .hasMessage("NOT_ENTITLED");
        assertThatThrownBy(
                () -> DutyCheck.admit(duty, duty.group(), Optional.of(" "), Set.of(duty.group()), nobody()))
                .hasMessage("NOT_ENTITLED");
    }

    @ParameterizedTest
    @MethodSource("exclusions")
    void whoTookThatPartMayNotDoThis(Duty duty, Part part) {
        Map<Part, Set<String>> involved = nobody();
        involved.put(part, Set.of("anna"));

        assertThatThrownBy(
                () -> DutyCheck.admit(duty, duty.group(), Optional.of("anna"), Set.of(duty.group()), involved))
                .hasMessage("SEPARATION_OF_DUTIES");
    }

    @Test
    void aPartThatNobodyLookedUpIsAFaultAndNotAPermission() {
        assertThatThrownBy(() -> DutyCheck.admit(Duty.TRIAGE, Duty.TRIAGE.group(), Optional.of("anna"),
                Set.of(Duty.TRIAGE.group()), Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTableSaysWhatTheHouseRulesSay() {
        assertThat(Duty.DECIDE.excludes()).contains(Part.APPLICANT);
        assertThat(Duty.RELEASE_REVIEW.excludes()).contains(Part.APPLICANT, Part.EXTRACTOR);
        assertThat(Duty.SECOND_REVIEW.excludes()).contains(Part.FIRST_REVIEWER);
        assertThat(Duty.APPEAL.excludes()).contains(Part.DECIDER, Part.PANEL_MEMBER);
    }

    static Stream<Arguments> exclusions() {
        return Arrays.stream(Duty.values())
                .flatMap(duty -> duty.excludes().stream().map(part -> Arguments.of(duty, part)));
    }

    private static Map<Part, Set<String>> nobody() {
        Map<Part, Set<String>> involved = new EnumMap<>(Part.class);
        Arrays.stream(Part.values()).forEach(part -> involved.put(part, Set.of()));
        return involved;
    }
}
