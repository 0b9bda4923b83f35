package org.imaginghaven.nlp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private static final Lexicon LEXICON = Lexicon.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Two lung masses.                 | lung-mass
            Bilateral pulmonary emboli.      | pulmonary-embolism
            Several liver metastases.        | liver-metastasis
            Renal calculi on both sides.     | kidney-stone
            Multiple stenoses.               | stenosis
            Loculated pelvic abscesses.      | abscess
            Old PEs on both sides.           | pulmonary-embolism
            Retroperitoneal hemorrhage.      | retroperitoneal-haematoma
            Bowel ischemia.                  | bowel-ischaemia
            Esophageal cancer.               | oesophageal-cancer
            Renal tumours.                   | renal-mass
            Intrahepatic duct dilation.      | biliary-dilatation
            Disk extrusion at L4/5.          | disc-herniation
            Bone demineralization.           | osteoporosis
            Ischaemic heart disease.         | coronary-disease
            A complete rupture of the ACL.   | ligament-tear
            Enlarged hilar lymph nodes.      | mediastinal-nodes
            Extra-axial fluid collection.    | collection
            """)
    void inEverySpellingAndNumber(String text, String id) {
        assertThat(LEXICON.find(text)).extracting(named -> named.concept().id()).containsExactly(id);
    }

    @Test
    void abbreviationsAreReadInCapitalsAlone() {
        assertThat(LEXICON.find("He is a cap wearer of pe classes, with sob.")).isEmpty();
        assertThat(LEXICON.find("PE and DVT.")).hasSize(2);
    }

    @Test
    void noNameMeansTwoThings() {
        Map<List<String>, String> ids = new HashMap<>();
        for (Concept concept : LEXICON.concepts()) {
            for (String name : concept.names()) {
                List<String> words = Clause.of(name, 0, name.length()).tokens().stream()
                        .map(token -> Lexicon.singular(token.text())).toList();
                String other = ids.putIfAbsent(words, concept.id());
                assertThat(other == null ? concept.id() : other).as(name).isEqualTo(concept.id());
            }
        }
    }
}
