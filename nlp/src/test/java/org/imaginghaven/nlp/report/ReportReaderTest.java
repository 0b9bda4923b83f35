package org.imaginghaven.nlp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.imaginghaven.nlp.report.Standing.Assertion;
import org.junit.jupiter.api.Test;

class ReportReaderTest {

    private static final String REPORT = """
            CLINICAL HISTORY: ?pulmonary embolism. History of breast cancer.

            TECHNIQUE: CT after contrast.

            FINDINGS: There is a 2.3 x 1.5 cm nodule in the left upper lobe, larger than before. No pleural effusion.
            Bilateral renal calculi. Mother had a meningioma.

            IMPRESSION:
            1. Enlarging nodule.
            2. Possible pneumonia.
            """;

    private final ReportReader reader = new ReportReader();
    private final ReportReader.Report report = reader.read(REPORT);

    private Mention mention(String id) {
        return report.mentions().stream().filter(mention -> mention.concept().id().equals(id)).findFirst()
                .orElseThrow();
    }

    @Test
    void theLexiconIsLargeAndEveryConceptReachesARoot() {
        Lexicon lexicon = reader.lexicon();
        assertThat(lexicon.concepts()).hasSizeGreaterThanOrEqualTo(150);
        for (Concept concept : lexicon.concepts()) {
            List<Concept> ancestors = lexicon.ancestors(concept.id());
            assertThat(ancestors).as(concept.id()).hasSizeLessThan(6);
            assertThat(ancestors.isEmpty() ? concept : ancestors.getLast()).extracting(Concept::parent).isEqualTo("");
        }
        assertThat(lexicon.concepts().stream().filter(concept -> !concept.parent().isEmpty()).count())
                .isGreaterThan(130);
    }

    @Test
    void everyNameOfTheLexiconIsFoundAsItsConcept() {
        for (Concept concept : reader.lexicon().concepts()) {
            assertThat(reader.lexicon().find("There is " + concept.name() + " today.")).as(concept.name())
                    .anySatisfy(named -> assertThat(named.concept()).isEqualTo(concept));
        }
    }

    @Test
    void sectionsAreCutAtHeadings() {
        assertThat(report.sections()).extracting(Section::kind).containsExactly(Section.Kind.INDICATION,
                Section.Kind.TECHNIQUE,
                Section.Kind.FINDINGS, Section.Kind.IMPRESSION);
        assertThat(report.sections().getLast().end()).isEqualTo(REPORT.length());
    }

    @Test
    void aFindingHasSidePlaceSizeAndChange() {
        Mention nodule = mention("nodule");
        assertThat(nodule.side()).isEqualTo(Optional.of("left"));
        assertThat(nodule.place()).isEqualTo(Optional.of("lung"));
        assertThat(nodule.millimetres()).isEqualTo(OptionalDouble.of(23));
        assertThat(nodule.change()).isEqualTo(Optional.of("increased"));
        assertThat(REPORT.substring(nodule.start(), nodule.end())).isEqualTo("nodule");
        assertThat(mention("kidney-stone").side()).isEqualTo(Optional.of("bilateral"));
    }

    @Test
    void ofTwoThingsSaidTheOneThatCountsIsKept() {
        assertThat(reader.read("FINDINGS: No fracture of the tibia. Hip fracture on the left.").standings())
                .containsEntry("fracture", Assertion.PRESENT).containsEntry("hip-fracture", Assertion.PRESENT);
        assertThat(reader.read("FINDINGS: No pneumonia at the bases. IMPRESSION: Possible pneumonia.").standings())
                .containsEntry("pneumonia", Assertion.UNCERTAIN);
        assertThat(reader.read("FINDINGS: No hip fracture.").standings()).as("another fracture may be there")
                .containsOnlyKeys("hip-fracture");
    }

    @Test
    void whatIsAskedForIsNotFound() {
        assertThat(report.standing(Assertion.PRESENT))
                .contains("nodule", "kidney-stone", "urinary-finding", "abdominal-finding")
                .doesNotContain("pulmonary-embolism", "breast-cancer", "meningioma", "pneumonia", "pleural-effusion");
        assertThat(report.standing(Assertion.ABSENT)).containsExactly("pleural-effusion");
        assertThat(report.standing(Assertion.UNCERTAIN)).containsExactly("lung-finding", "pneumonia");
        assertThat(report.standings()).as("asked for, past or of somebody else is not mentioned")
                .doesNotContainKeys("pulmonary-embolism", "breast-cancer", "meningioma");
        assertThat(mention("pulmonary-embolism").section()).isEqualTo(Section.Kind.INDICATION);
        assertThat(mention("meningioma").standing().experiencer()).isEqualTo(Standing.Experiencer.OTHER);
    }
}
