package org.imaginghaven.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be found and what must be kept, a sentence each; the span is in double brackets. */
class TextDetectorsTest {

    private final TextDetectors detectors = TextDetectors.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            PATIENT_NAME  | Name: [[Eilidh Garvock]]   Ward 4
            PATIENT_NAME  | [[GARVOCK, EILIDH]] 0407521234 normal study
            PATIENT_NAME  | [[Mrs Garvock]] attended for her scan.
            PATIENT_NAME  | This 45 year old lady, [[Eilidh]], has a cough.
            PATIENT_NAME  | Thank you for referring [[Mr Stone]].
            STAFF_NAME    | Findings discussed with [[Dr Field]] today.
            STAFF_NAME    | Requested by [[J Tolquhon]].
            STAFF_NAME    | Sister [[Tolquhon]] was present.
            STAFF_NAME    | Seen with [[Mr Tolquhon]], Consultant Surgeon.
            STAFF_NAME    | Cannula placed by [[Prof Isobel Tolquhon]].
            RELATIVE_NAME | Her daughter [[Catriona]] was present.
            RELATIVE_NAME | Next of kin: [[Ruaridh Garvock]]
            PATIENT_ID    | CHI [[040752 1234]]
            PATIENT_ID    | hosp no [[QX123456]] was used
            PATIENT_ID    | number [[943 476 5919]]
            STAFF_ID      | Consultant Radiologist, GMC [[7654321]]
            ACCESSION     | Accession [[R7654321-1]] closed
            BIRTH_DATE    | born on [[4 July 1952]]
            DATE          | Compared with CT of [[3rd August]].
            DATE          | on [[12.4.19]] at noon
            DATE          | dated [[2019-04-12]]
            PHONE         | call [[01632 960123]]
            PHONE         | [[bleep 4821]] holder
            PHONE         | on [[ext 5512]]
            EMAIL         | to [[j.tolquhon@example.org]]
            POSTCODE      | home at [[ZE1 0AA]]
            ADDRESS       | lives at [[14 Carnbee Terrace]], near the sea
            SITE          | Scanned at [[Carnbee Royal Infirmary]].
            SITE          | Transferred to [[Princess Royal Hospital]].
            AGE90         | A [[94]]-year-old man
            PATIENT_NAME  | seen today: [[mrs garvock]] with a cough since monday
            PATIENT_NAME  | this lady, [[eilidh]], is known to the chest team here
            STAFF_NAME    | no acute change seen, dictated by [[dr isobel tolquhon]] and typed later
            STAFF_NAME    | Seen by Drs Garvock and [[Tolquhon]] today.
            RELATIVE_NAME | her daughter [[catriona]] came with her to the clinic
            SITE          | transferred last night from [[carnbee royal infirmary]] for a scan
            PATIENT_ID    | Unit no: [[QX 12 34 56]].
            PATIENT_ID    | nhs number [[943-476-5919]]
            DATE          | reviewed on the [[twelfth of april two thousand and nineteen]]
            DATE          | seen [[April 12, 2019]] and again
            DATE          | film of [[2019.04.12]] compared
            ADDRESS       | of [[14 Carnbee Terrace, Tolquhon]].
            PHONE         | ring [[+44 1632 960123]]
            PHONE         | ring [[(555) 201-8843]] now
            PHONE         | page the team at [[555-0142]].
            PATIENT_NAME  | Name: [[Eilidh van der Garvock]] seen
            PATIENT_NAME  | chest radiograph. [[eilidh garvock]], chi 0407521234, lungs clear
            STAFF_NAME    | Verified [[A. GARVOCK]] 30/12/2021
            STAFF_NAME    | discussed w [[J Tolquhon]] (ortho)
            """)
    void findsWhatIdentifies(FindingKind kind, String marked) {
        String text = marked.replace("[[", "").replace("]]", "");
        int start = marked.indexOf("[[");
        int end = marked.indexOf("]]") - 2;
        assertThat(detectors.find(text, KnownIdentifiers.none()))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(kind);
                    assertThat(finding.start()).isLessThanOrEqualTo(start);
                    assertThat(finding.end()).isGreaterThanOrEqualTo(end);
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Known Parkinson's disease with a resting tremor.
            A small Baker's cyst behind the knee.
            Colles fracture, Frykman type III.
            No Hill-Sachs lesion and no Bankart tear.
            Gleason 4+3=7 adenocarcinoma.
            Bosniak IIF cyst of the right kidney.
            Hodgkin lymphoma, Ann Arbor stage II.
            Young patient, short segment narrowing, long axis view.
            Measures 11/04 mm, previously 12 mm.
            Series 3 image 118, TR 2500 TE 90.
            T2N0M0, Dukes B; C5-6 disc bulge; L4/5 facet change.
            Findings discussed with the referring team.
            Mark the skin and chase the old films.
            EXAM: MRI LUMBAR SPINE WITHOUT CONTRAST
            SUV of 3.8 and an ejection fraction of 55 %.
            no hepatosplenomegaly, gadoteridol given, pneumobilia absent; bronchiectasis and pneumatocele at the bases
            ultrasound elastography shows f2 fibrosis, bosniak 2f cyst, hounsfield value of 30, colles fracture
            third of the lesions enhance; the second of two nodules is seven millimetres
            Unit 4 of 12 34 mm across
            """)
    void keepsWhatDoesNot(String text) {
        assertThat(detectors.find(text, KnownIdentifiers.none())).isEmpty();
    }

    @Test
    void aNameFoundOnceIsFoundEverywhere() {
        String text = "Dr Tolquhon asked for this.\n\nNormal. Report sent to Tolquhon, and typed for HTolquhon.";
        Redaction redaction = detectors.redact(text, KnownIdentifiers.none());
        assertThat(redaction.text()).doesNotContain("Tolquhon").contains("[STAFF_NAME]");
    }

    @Test
    void aPatientOfAnEponymsNameIsFoundAndTheDiseaseKept() {
        String text = "Mr Parkinson attended. He has Parkinson's disease.";
        assertThat(detectors.redact(text, KnownIdentifiers.none()).text())
                .isEqualTo("[PATIENT_NAME] attended. He has Parkinson's disease.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            garvock was here
            Scan of Lizzie today
            Seen: GARVOCKE
            E.G. agreed
            dob 04.07.52
            dob 1952-07-04
            dob 07/04/1952
            dob 4 July 1952
            040752-1234
            elizabethh garvock was here
            eg agreed, said Bess
            07-04-52
            52/07/04
            04Jul1952
            04 07 52 12 34
            """)
    void knownIdentifiersAreFoundInEveryForm(String text) {
        KnownIdentifiers known = KnownIdentifiers.ofPatient(List.of("GARVOCK^ELIZABETH"), List.of("0407521234"),
                List.of("19520704"));
        assertThat(detectors.find(text, known)).isNotEmpty();
        assertThat(detectors.find(text, known)).anySatisfy(finding -> assertThat(finding.rule()).startsWith("known:"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            STAFF_NAME    | agreed with [[Tolquhon]] in person
            STAFF_NAME    | agreed with [[tolquhoun]] in person
            RELATIVE_NAME | brought in by [[Kate]] at noon
            """)
    void peopleNamedElsewhereInTheFileAreKnown(FindingKind kind, String marked) {
        KnownIdentifiers known = new KnownIdentifiers(List.of(), List.of("TOLQUHON^ISOBEL^^DR"),
                List.of("Garvock^Katherine"), List.of(), List.of());
        assertThat(detectors.find(marked.replace("[[", "").replace("]]", ""), known)).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.rule()).startsWith("known:");
            assertThat(finding.start()).isEqualTo(marked.indexOf("[["));
        });
    }

    @Test
    void aKnownSurnameThatIsAWordIsFoundOnlyAsAName() {
        KnownIdentifiers known = KnownIdentifiers.ofPatient(List.of("SHORT^ROSE"), List.of(), List.of());
        assertThat(detectors
                .redact("Short segment narrowing, short axis view. Rose Short was seen; Mrs Short agreed.", known)
                .text())
                .startsWith("Short segment narrowing, short axis view. ").doesNotContain("Mrs Short")
                .doesNotContain("Rose Short");
    }

    @Test
    void findingsAreSortedAndApart() {
        String text = "Name: Eilidh Garvock DOB: 04/07/1952 CHI: 040752 1234 tel 01632 960123, Dr E Garvock-Tolquhon, Carnbee Hospital";
        List<Finding> findings = detectors.find(text, KnownIdentifiers.none());
        for (int i = 1; i < findings.size(); i++) {
            assertThat(findings.get(i).start()).isGreaterThanOrEqualTo(findings.get(i - 1).end());
        }
        assertThat(findings).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void knownIdentifiersNeverPrintThemselves() {
        assertThat(KnownIdentifiers.ofPatient(List.of("GARVOCK^EILIDH"), List.of("0407521234"), List.of()).toString())
                .doesNotContain("GARVOCK").doesNotContain("0407521234");
    }
}
