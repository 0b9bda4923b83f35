package org.imaginghaven.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that stand alone and that a sentence or a row makes names: each double bracket is one that must be found and nothing else
 * may be, a bar is the end of a line.
 */
class NamesBySentenceTest {

    private final TextDetectors detectors = TextDetectors.standard();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            // an ordinary word that is somebody's name elsewhere in the text, before a verb of a dictionary
            "Operator: [[Callum Frost]]. [[Frost]] clipped the vessel.",
            "Seen by [[Miss Marsh]]. [[Marsh]] believes it is benign.",
            "Admitted under [[Dr Lake]]. [[Lake]] to chase the culture.",
            "Seen by [[Dr Lake]]. [[Lake]], who knows her, agrees.",
            "Letter to [[Mr Snow]]. Frost on the road. [[Snow]] home tomorrow.",
            // one word that no list holds, before what only people do
            "The wound is dry. [[Tamsel]] forgot the tablets.",
            "The wound is dry. [[Tamsel]] enjoys gardening.",
            "The wound is dry. [[Eilidh]] from audiology looked in.",
            "The wound is dry. [[Morag]] bleeped at noon.",
            // after "by"
            "Aspiration by [[Quorrie]].",
            "The form was filled by [[Eilidh]] on the ward.",
            "Checked at 04:20 by [[Snowdon-Quorrie]].",
            "Amended by [[Quorrie]] and filed.",
            // people in a row
            "Reviewed with [[Dr Quorrie]], [[Ewart]] and [[Lamb]].",
            "cc: [[Quorrie]]; [[Tamsel]]; GP",
            "Her parents, [[Tamsel]] and [[Quorrin]], are here.",
            "Attending: [[Morag]], [[Hill]], [[Quorrie]]|Case 2 ([[Tamsel]]): normal.",
            // apposition and the words for what people are
            "My registrar, [[Tamsel]], will phone.", "Seen by her dentist [[Quorrie]].",
            "Chair: [[Quorrie]]|The film is normal.", "A note from [[Tamsel]] was filed.",
            "[[Mr Archie (\"Baldy\") Quorrie]] came. [[Baldy]] was late.",
            "Dictated by: [[Quorrie, T W]]|The film is normal.",
            "Ultrasound of the neck|[[Quorrie]], [[3/2/51]]|The film is normal.",
            "Technician: [[Tamsel Q.]]|The film is normal.",
            // a capital in the middle of a sentence, and what somebody is right behind
            "A second look was had from [[Marsh]] at noon.", "It was felt that [[Quorrie]] needs rest.",
            "The wound is dry because [[Olszewski]] forgot the drain.", "[[Tamsel]] (son) was here.",
            "[[Grace]], the charge nurse, came.", "Father ([[Quorrin]]) was here.", "Ward staff ([[Tamsel]]) came.",
            "Bleeped [[Quorrie]] in vain.", "With thanks to [[Tamsel]] for this.",
            "This was explained to [[Quorrin]] and [[Quorrin]] was glad."})
    void whoStandsAloneIsFound(String marked) {
        check(marked, KnownIdentifiers.none());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            // a capital inside a sentence, where ordinary words have none
            "A call from the ward: we are awaiting [[Plover]]'s letter and have asked [[Crisp]] to comment.",
            "The drain was dry, as per [[Thistle]], no need to change it.",
            "Overall [[McTamsel]] is better and the wound is dry.",
            "It is my impression that [[Quorrie]] will do well with this.",
            "The old films were passed to us while [[Gannet]] was on leave.",
            // at the head of a sentence, by what only people do
            "The wound is dry. [[Quorrie]] drained the abscess.", "The wound is dry. [[Plover]] will write the letter.",
            "The wound is dry. [[Brown]] and I agree.", "The wound is dry. [[Quorrie]] keeps slipping.",
            "The wound is dry. [[May]] will phone the ward.", "The wound is dry. [[Field]] declined the tablet.",
            "The wound is dry. [[Joy]] chaperoned.", "The wound is dry. [[McTamsel]] has the notes.",
            "The wound is dry. [[Hodgkin]] apologised for the delay.", "The wound is dry. [[Joy]] from bookings rang.",
            // two words of which one is a forename and nothing else
            "Many thanks for sending [[Agnieszka Plough]] along.", "A letter to [[Mr He]] was sent.",
            // forms and signatures
            "Dictated, [[Quorrie]]", "Pt [[Una Quorrie]]; ref [[Tamsel]]", "Operators: [[Quorrie]]/[[Tamsel]]",
            "The sonographers were [[Tamsel]] and [[Quorrin]].", "Walked with physio [[Tamsel]] today.",
            "This was discussed. I discussed it with [[Tamsel]] at noon.",
            // sites of no telling word
            "An old film from 2019 was taken at [[Tarbrax]].", "Plain films at [[Vale of Quorrie]] were seen.",
            "She was moved to [[St Quorrin's]] after the fall.",
            "His niece lives in [[Quorrieburn]]. When seen he was well.",
            // in small letters
            "the wound is dry and clean. [[quorrie]] drained the abscess."})
    void whoHasACapitalWhereNoWordHasOneIsFound(String marked) {
        check(marked, KnownIdentifiers.none());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            "She felt that Vitoflam helped. Vitoflam was well liked. She was started on Vitoflam again.",
            "The Wound Was Dry And The Patient Was Well. We asked the Team about the Plover.",
            "Hand was moved to the left. Field is better. Young adult. Brown is the colour.",
            "We saw the Quorrie stent. The tip lay at Hounsfield level. It grew in Salmonella broth.",
            "Husband may be reached by phone. The Long Head was torn. In June previous films were seen.",
            "avoid surgery for now. grey scale imaging of the arm was done."})
    void whatHasACapitalForAnotherReasonStays(String text) {
        assertThat(detectors.find(text, KnownIdentifiers.none())).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
            BELL^UNA     ; The drain is out. [[Bell]] today. Bell shaped cup.
            BELL^UNA     ; The drain is out. [[BELL]] today.
            STONE^UNA    ; The drain is out. [[Stone]] drove home. Stone at the ureter.
            YOUNG^UNA    ; [[Young]] chose an injection. Young adult bone density.
            SHORT^UNA    ; [[SHORT]], UNIT 4. Short segment narrowing.
            HAND^UNA     ; The drain is out. [[Hand]] to attend on Monday. Hand and wrist films.
            """)
    void anOrdinaryWordOfTheHeaderIsANameWhereItIsNoOther(String name, String marked) {
        check(marked, KnownIdentifiers.ofPatient(List.of(name), List.of(), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"There is a Sister Mary Joseph nodule.", "Randall plaques and Masako and Lucas manoeuvres.",
            "Siemens Magnetom and Philips Ingenia were used.", "Graded by Bosniak and measured by Simpson.",
            "Gadovist prescribed. Omnipaque was well liked. Duodart advised for a month.",
            "Followed by Omnipaque and by MRI.",
            "A lady whose English is poor, of Irish and French descent. Changed from Lopressor to Toprol.",
            "It was noted that Lovenox was given and that Zosyn helped. As Plavix has been tolerated, continue.",
            "Seen from Hounsfield to Cobb. Closed with Vicryl and Dermabond, then Xeroform.",
            "The Foley and the Swan Ganz were left. Allergic to Ceftin.",
            "The film is normal.|Bronchoscopy|Comments", "Dukes B. Hounsfield, Cobb and Evans values are normal.",
            "BP is 94. The saturation is 96, pulse 98."})
    void whatIsNoPersonStays(String text) {
        assertThat(detectors.find(text.replace('|', '\n'), KnownIdentifiers.none())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Mrs Quorrie is [[94]] and lives alone.", "Mr Tamsel Quorrie, [[101]], walked in.",
            "She was [[92]].", "Seen again on Monday [[4th]]."})
    void agesAndDaysAreFound(String marked) {
        String text = marked.replace("[[", "").replace("]]", "");
        int start = marked.indexOf("[[");
        assertThat(detectors.find(text, KnownIdentifiers.none()))
                .anyMatch(finding -> finding.kind() != FindingKind.PATIENT_NAME && finding.start() <= start
                        && start < finding.end());
    }

    private void check(String marked, KnownIdentifiers known) {
        MarkedText.check(detectors, marked, known);
    }
}
