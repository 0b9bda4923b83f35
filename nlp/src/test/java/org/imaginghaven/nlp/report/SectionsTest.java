package org.imaginghaven.nlp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.imaginghaven.nlp.report.Section.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionsTest {

    private static final Sections SECTIONS = Sections.standard();

    private static List<Kind> kinds(String text) {
        return SECTIONS.of(text).stream().map(Section::kind).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "INDICATION: ?torsion.\nFINDINGS: Hydrocele.\nIMPRESSION: Hydrocele.",
            "Indication\n?torsion\n\nFindings\nHydrocele.\n\nConclusion\nHydrocele.",
            "INDICATION - ?torsion\nFINDINGS - Hydrocele.\nIMPRESSION - Hydrocele.",
            "Indication – ?torsion\nFindings – Hydrocele.\nOpinion – Hydrocele.",
            "**Indication:** ?torsion\n**Findings:** Hydrocele.\n**Impression:** Hydrocele.",
            "<INDICATION> ?torsion\n<FINDINGS> Hydrocele.\n<IMPRESSION> Hydrocele.",
            "[Indication] ?torsion\r\n[Findings] Hydrocele.\r\n[Conclusion] Hydrocele.",
            "INDICATION\n====\n?torsion\nFINDINGS\n----\nHydrocele.\nIMPRESSION\n----\nHydrocele.",
            "Reason for today's scan: ?torsion. Report: Hydrocele. Imp: Hydrocele.",
            "CI: ?torsion\nAddendum: Hydrocele.\nFinal impression: Hydrocele.",
            "History/Indication: ?torsion\nLeft testis: Hydrocele.\nRadiological conclusion: Hydrocele.",
            "Clinical background: ?torsion\nPreliminary report: Hydrocele.\nOpinion: Hydrocele.",
            "1. Indications for the study: ?torsion\n2. Findings: Hydrocele.\n3. Conclusion: Hydrocele."})
    void inWhateverWayAHeadingIsSetApart(String text) {
        assertThat(kinds(text)).containsExactly(Kind.INDICATION, Kind.FINDINGS, Kind.IMPRESSION);
        assertThat(SECTIONS.of(text).getFirst().start()).isZero();
        assertThat(SECTIONS.of(text).getLast().end()).isEqualTo(text.length());
    }

    @Test
    void twoHeadingsTogetherReportWhenOneOfThemDoes() {
        assertThat(kinds("Technique and findings: Hydrocele.")).containsExactly(Kind.FINDINGS);
        assertThat(kinds("FINDINGS & IMPRESSION: Hydrocele.")).containsExactly(Kind.FINDINGS);
        assertThat(kinds("Past obstetric history: none.\nFollow-up/recommendation: none."))
                .containsExactly(Kind.HISTORY, Kind.RECOMMENDATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "CT head. Fall, vomiting. ?bleed\nThe ventricles are normal.",
            "XR left foot\nStubbed toe ?#\nThere is a transverse fracture.",
            "Clinical: loin pain\n?stone ?hydronephrosis\nThe kidneys are normal.",
            "Indication\n\n?torsion\nThe testes are normal: no mass.",
            "MR KNEE: Indication - locking, ?tear. There is a joint effusion."})
    void aRequestEndsWhereTheReportBegins(String text) {
        List<Section> sections = SECTIONS.of(text);
        assertThat(sections.getLast().kind()).isEqualTo(Kind.NONE);
        assertThat(text.substring(sections.getLast().start()).strip()).startsWith("The");
        assertThat(sections.get(sections.size() - 2).kind()).isEqualTo(Kind.INDICATION);
        assertThat(text.substring(sections.get(sections.size() - 2).start(), sections.getLast().start())).contains("?");
    }

    @Test
    void aReportThatDoubtsIsNoRequest() {
        assertThat(kinds("CT head: there is no bleed. The sinuses are clear. ?old infarct in the left pons."))
                .doesNotContain(Kind.INDICATION);
    }

    @Test
    void wordsOfASentenceAreNoHeading() {
        assertThat(kinds("The mass was seen on the earlier\nChest\nfilm and on this one - findings - as told."))
                .containsExactly(Kind.NONE);
        assertThat(kinds("Dr Findings reports: a cyst. Call the Liver unit: 2 pm.")).containsExactly(Kind.NONE);
    }
}
