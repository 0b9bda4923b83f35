package org.imaginghaven.dicom.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "keep PatientNam|mine, line 2: no element is called \"PatientNam\"",
            "shift PatientName|mine, line 2: shift cannot apply to PatientName, whose VR is PN",
            "uid StudyDate|mine, line 2: uid cannot apply to StudyDate, whose VR is DA",
            "option clean-faces|mine, line 2: the option clean-faces (Clean Recognizable Visual Features) is not offered: faces are not found",
            "option dates|mine, line 2: no option is called \"dates\"",
            "option full-dates modified-dates|mine, line 2: full-dates and modified-dates contradict each other",
            "round PatientWeight|mine, line 2: needs a number above 0 at the end",
            "keep (0009,1002)|mine, line 2: a private element is addressed by its creator: (gggg,xxee,\"CREATOR\")",
            "keep (0010,xx02,\"ACME\")|mine, line 2: group 0010 is not private",
            "keep StudyDate when Modality is CT|mine, line 2: \"Modality is CT\" is no condition; write KEYWORD = VALUE, ~ REGEX, < NUMBER, exists or absent",
            "keep|mine, line 2: the rule names no element"})
    void aPolicyThatCannotBeMeantIsRefusedByLine(String line, String sentence) {
        assertThatThrownBy(() -> Policy.parse("policy mine 1\n" + line, "mine")).isInstanceOf(PolicyException.class)
                .hasMessage(sentence);
    }

    @Test
    void aContradictionIsFound() {
        assertThatThrownBy(() -> Policy.parse("policy mine 1\nkeep StudyID\nempty StudyID", "mine"))
                .hasMessage("mine, line 3: contradicts an earlier line about StudyID");
    }

    @Test
    void whatNobodySpeaksForIsRemoved() {
        Policy policy = Policy.parse("policy empty 1", "empty");
        Dataset none = Dataset.builder().build();
        for (int tag : new int[]{0x00104000, Tag.MANUFACTURER, 0x60003000, 0x60020022, 0x50000010,
                0x12345678}) {
            assertThat(policy.rule(tag, Vr.LO, 0, none).action()).as(Tag.text(tag)).isEqualTo(new Action.Remove());
        }
        assertThat(policy.privateRule(0x00191090, Vr.DS, "SIEMENS CT VA0  COAD").action())
                .isEqualTo(new Action.Remove());
        assertThat(policy.rule(Tag.MODALITY, Vr.CS, 0, none).action()).isEqualTo(new Action.KeepCode());
        assertThat(policy.rule(Tag.MODALITY, Vr.LO, 0, none).action()).isEqualTo(new Action.Remove());
    }

    @Test
    void aProjectsOwnLinesGoFirstAndMayAskForOtherElements() {
        Policy policy = Policy.parse("""
                policy mine 1
                option safe-private
                include allow-list
                keep StudyDescription when Modality = MR
                replace RequestAttributesSequence.ScheduledProcedureStepDescription "STEP"
                keep (0009,xx12,"ACME 1")
                """, "mine");
        Dataset mr = Dataset.builder().set("Modality", "MR").build();
        Dataset ct = Dataset.builder().set("Modality", "CT").build();
        assertThat(policy.rule(Tag.STUDY_DESCRIPTION, Vr.LO, 0, mr).action()).isEqualTo(new Action.Keep());
        assertThat(policy.rule(Tag.STUDY_DESCRIPTION, Vr.LO, 0, ct).action()).isEqualTo(new Action.Remove());
        assertThat(policy.rule(0x00400007, Vr.LO, 0x00400275, ct).action()).isEqualTo(new Action.Replace("STEP"));
        assertThat(policy.rule(0x00400007, Vr.LO, 0, ct).action()).isEqualTo(new Action.Remove());
        assertThat(policy.privateRule(0x00091112, Vr.LO, "ACME 1").action()).isEqualTo(new Action.Keep());
        assertThat(policy.privateRule(0x00091112, Vr.LO, "ACME 2").action()).isEqualTo(new Action.Remove());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule x: blank 1,2 when Modality = CT", "rule x: paint when Modality = CT", "x clean",
            "rule x: clean when Nothing = 1"})
    void aPixelRuleThatCannotBeMeantIsRefusedByLine(String line) {
        assertThatThrownBy(() -> PixelRules.parse("# pixels\n" + line, "px")).isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("px, line 2: ");
    }

    @Test
    void aSafePrivateElementIsKeptInAnyVrItIsKnownToHave() {
        Policy policy = Policy.bundled("research");
        for (Vr vr : new Vr[]{Vr.DS, Vr.UN}) {
            assertThat(policy.privateRule(0x0019100B, vr, "SIEMENS MR HEADER").action()).as(vr.name())
                    .isEqualTo(new Action.KeepCode());
        }
        assertThat(policy.privateRule(0x0019100E, Vr.FD, "SIEMENS MR HEADER").action())
                .isEqualTo(new Action.KeepCode());
        assertThat(policy.privateRule(0x0019100B, Vr.OB, "SIEMENS MR HEADER").action()).isEqualTo(new Action.Remove());
        assertThat(policy.privateRule(0x0019100B, Vr.LT, "SIEMENS MR HEADER").action()).isEqualTo(new Action.Remove());
    }

    @Test
    void safePrivateDatesMoveAndUidsAreReplaced() {
        Policy policy = Policy.bundled("research");
        assertThat(policy.privateRule(0x70051024, Vr.DA, "TOSHIBA_MEC_CT3").action())
                .isEqualTo(new Action.ShiftDate());
        assertThat(policy.privateRule(0x00431098, Vr.UI, "GEMS_PARM_01").action()).isEqualTo(new Action.NewUid());
        Policy undated = Policy.parse("policy other 1\noption safe-private", "other");
        assertThat(undated.privateRule(0x70051024, Vr.DA, "TOSHIBA_MEC_CT3").action())
                .isEqualTo(new Action.Remove());
    }
}
