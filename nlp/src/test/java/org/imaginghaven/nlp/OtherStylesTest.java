package org.imaginghaven.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters, labels, telegrams and text in one case, with names that no list holds; the span is in double brackets. */
class OtherStylesTest {

    private final TextDetectors detectors = TextDetectors.standard();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            PATIENT_NAME  | [[QUORRIE, Tamsel]] (1951-03-02) Hosp No K445566
            PATIENT_NAME  | 0207513339 [[QUORRIE,TAMSEL]] 3-Dec-18
            PATIENT_NAME  | FLUOROSCOPY. [[Tamsel]], 47M. Normal swallow.
            PATIENT_NAME  | NAME [[Tamsel Quorrie]] MRN 4455667
            PATIENT_NAME  | Patient Name: [[Tamsel Quorrie]]  Date of Birth: 2/3/51
            PATIENT_NAME  | The scan was explained. [[Tamsel]] was accompanied by a friend.
            PATIENT_NAME  | [[Will Quorrie]] phoned the ward.
            PATIENT_NAME  | [[Ms de la Quorrie]] tolerated it well.
            PATIENT_NAME  | Seen again today, [[Mrs. Q]] (no complaints) is well.
            PATIENT_NAME  | Home visit done. [[Agnieszka]] mobile with a frame.
            PATIENT_NAME  | THE SCAN OF [[TAMSEL QUORRIE]] WAS REVIEWED TODAY AND SHOWS NO CHANGE.
            STAFF_NAME    | Dr Hallet / [[Tamsel Quorrie]] SpR  3.10.23
            STAFF_NAME    | Electronically signed: [[Miss Tamsel Reed]] 2005/08/14
            STAFF_NAME    | Any queries to [[Tamsel Quorrie]] on extension 4410.
            STAFF_NAME    | SCANNED BY [[TAMSEL QUORRIE]], RADIOGRAPHER. THE LIVER IS NORMAL IN SIZE.
            STAFF_NAME    | scanned by [[jack quorrie]], radiographer. the liver is normal in size.
            STAFF_NAME    | Seen by SLT [[Tamsel]] at noon.
            STAFF_NAME    | Dictated by: [[Tamsel Quorrie]] August 3, 2019
            STAFF_NAME    | Copy to [[Dr van den Quorrie]].
            RELATIVE_NAME | Came with his daughter-in-law [[Tamsel]] today.
            RELATIVE_NAME | She was accompanied by [[Tamsel Quorrie]], next of kin.
            RELATIVE_NAME | lives with aunt [[Charity Quorrie]] nearby
            SITE          | Images sent to [[Queen Maud General]] for review.
            SITE          | Transferred from [[Quorrie ACH]] overnight.
            SITE          | Location: [[Beechgrove Nursing Home]]
            SITE          | Copied to Mr Hallet at [[The Larks Surgery]].
            SITE          | COPIED TO MR HALLET AT [[ST QUORRIE'S DISTRICT HOSPITAL]] FOR FOLLOW UP
            SITE          | Referred from [[Dr Quorrie's Hospital]] in June.
            ADDRESS       | Dear Sir, [[Harbour Road]], Quorrieton
            ADDRESS       | a student from [[Quorrieton]] with a cough
            ADDRESS       | of [[12 QUARRY VIEW]], KY1 4AB
            POSTCODE      | Quorrieton, AZ [[85001-1234]]
            AGE90         | a lady of [[ninety-three]] years
            AGE90         | she is in her [[nineties]] now
            AGE90         | Mrs Hallet ([[102]] y.o.) fell
            DATE          | seen [[Tues 20/8]] at home
            DATE          | film [[11.ix.2014]] compared
            DATE          | admitted [[5th-6th June]] only
            DATE          | [[2021-04-05T07:45]] arrival
            DATE          | le [[14 juillet 2018]] chez nous
            DATE          | her next appt is [[May 6th]].
            DATE          | film of [[7/04]].
            BIRTH_DATE    | Re: Mrs Tamsel Quorrie, [[14-Jul-1950]], 4 Kirk Lane
            PATIENT_ID    | Our ref: [[QRT/22418/C]]
            PATIENT_ID    | seen ([[QRT4821]]) in clinic
            PATIENT_ID    | hosp [[Q 41 55 02]]
            ACCESSION     | Path # [[S19-40771]]
            ACCESSION     | Order [[19-040771]] was withdrawn.
            ACCESSION     | Accession no. [[MR 5512 0307]]
            ACCESSION     | AUTOPSY [[B-2014-118]]
            PATIENT_ID    | radiotherapy [[RQ-41/2207]] in June
            PHONE         | call [[1-305-555-0144 x 12]] now
            DATE          | reviewed [[8/9]] at home
            PATIENT_NAME  | [[QUORRIE, ROSE JUNE]] (1951-03-02)
            STAFF_NAME    | transferred from the ward under [[mr quorrie]]. for repeat ct on the HDU
            STAFF_NAME    | PLEASE CONTACT [[TAMSEL VAN QUORRIE]] ON EXT 9794 ABOUT THE RESULT.
            PATIENT_NAME  | ID QX445566  NAME [[QUORRIE Tamsel]]  SEX M
            PATIENT_NAME  | Regarding: [[Tamsel al-Quorrie]] | seen today
            STAFF_NAME    | The study is back. [[Tamsel]] will ring the family.
            STAFF_NAME    | done with the help of [[Tamsel Quorrie]] today
            STAFF_NAME    | Seen by the night team  [[Tamsel Cross]] MD  1/15/2016
            STAFF_NAME    | The GP is [[Miss Tamsel Quorrie]].
            RELATIVE_NAME | We telephoned [[Tamsel Quorrie]], his sister, today.
            PATIENT_NAME  | Comparison: [[Ms Quorrie]] was scanned before.
            PATIENT_NAME  | [[QUORRIE.Tamsel.J]] 03.02.51
            PATIENT_NAME  | [[Hazel Larch]] 0207513339
            PATIENT_NAME  | 0207513339  [[Lamb, Sandy J]]  3-Dec-18
            PATIENT_NAME  | CT CHEST: [[Quorrie-Vane, T]] for review
            PATIENT_NAME  | The chest is clear. [[Robin Wells]] could not hold still.
            PATIENT_NAME  | The chest is clear. As planned, [[Robin Wells]] has pain.
            PATIENT_NAME  | Opinion on [[Hazel Wren-Stone]]. The chest is clear.
            PATIENT_NAME  | Mr Robin Larch was late. [[Robin]] was told the result.
            PATIENT_NAME  | The film of [[Quorrie^Tamsel]] was lost.
            PATIENT_NAME  | US KIDNEYS. [[Robin Wells]] 41/M. Normal.
            PATIENT_NAME  | First name [[Tamsel]]  seen today
            PATIENT_NAME  | wells.robin 03.02.51 chest clear, lungs clear. [[robin]] was unable to stand.
            PATIENT_NAME  | ROBIN WELLS WAS SCANNED. THE 61 YEAR OLD MALE, [[ROBIN]], HAS GOUT AND A COUGH.
            PATIENT_NAME  | [[Patience Blaze]] (1951-03-02) CHI 0207513339
            PATIENT_NAME  | [[BLAZE, HAZEL]] QX408590 24 Quarry View
            PATIENT_NAME  | 0207513339  [[Marble, Zephyr S]]  2015-03-09
            PATIENT_NAME  | Later [[Mrs Patience Blaze]] gave written consent.
            PATIENT_NAME  | surname [[marble]]  first name zephyr  chi 0207513339 lungs clear
            PATIENT_NAME  | The chest is clear. [[River Marble]] attended alone.
            STAFF_NAME    | Electronically signed by [[Marble, Zephyr]] on 1st May
            STAFF_NAME    | Staff Nurse [[Blaze]] was in attendance.
            RELATIVE_NAME | [[Zephyr Blaze]] (daughter) spoke for him.
            POSTCODE      | Resides at 158 Main Street, [[KY77RD]].
            RELATIVE_NAME | She attended with [[Sandy]].
            RELATIVE_NAME | [[Hazel Wells]] (daughter) spoke for him.
            STAFF_NAME    | Cannulated by [[Tamsel Quorrie]].
            STAFF_NAME    | The form was countersealed by [[Hazel Wells]] today.
            STAFF_NAME    | Electronically signed by [[Larch, Hazel]] on 5 May 2015
            STAFF_NAME    | pcp [[dr. larch]] notified, the lungs are clear, no change
            STAFF_NAME    | the lungs are clear, no change is seen. typed by [[qv]]
            STAFF_NAME    | Call [[Dr Quorrie]] on 25 July.
            SITE          | He was scanned at [[the Royal Quorrie]].
            SITE          | Seen at [[Our Lady of Quorrie Hospital]].
            SITE          | Transfer to [[Quorriemore]] on Monday.
            SITE          | Back to [[Ward 12, Quorrie Hospital]].
            SITE          | Her social worker ([[Quorrieshire Council]]) knows.
            ADDRESS       | born 1951, [[2 The Steading, Kirkton of Quorrie]], KY1 4AB
            ADDRESS       | of [[Cnoc Mor, Quorrie, Co. Galway]]
            POSTCODE      | Resides at 158 Main Street, [[KY7 9TH]].
            POSTCODE      | eircode [[D02 X4K2]]
            ACCESSION     | The previous study ([[48-076798]]) was used.
            ACCESSION     | compared with [[QX-0309-9748]] again
            DATE          | Film changed by night staff [[22/5]].
            DATE          | the GP was notified [[2/15]].
            """)
    void findsWhatIdentifies(FindingKind kind, String marked) {
        String text = marked.replace("[[", "").replace("]]", "");
        int start = marked.indexOf("[[");
        int end = marked.indexOf("]]") - 2;
        assertThat(detectors.find(text, KnownIdentifiers.none())).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.start()).isLessThanOrEqualTo(start);
            assertThat(finding.end()).isGreaterThanOrEqualTo(end);
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"A 5-French Omni catheter and an Angio-Seal were used.",
            "Closed with a Perclose ProGlide.", "Siemens Naeotom Alpha, software VB20.",
            "Koch pouch, Brooke ileostomy.",
            "Fundoplication and Heller myotomy.", "Lachman and pivot shift negative.",
            "Power 5/5 in all groups, 2/6 murmur.",
            "Review in 3/12, antibiotics for 5/7.", "Pressures in the 90s throughout.",
            "Blood pressure 95 mmHg, 96 % on air.",
            "PA pressure 28/12 with a mean of 20, 12/15 nodes, MMSE 28/30.",
            "Night Nurse attended. Staff Nurse was told. Bed Manager phoned.",
            "Chest, Abdomen (aged 4) compared. Barium Swallow normal.",
            "Lake Louise criteria not met, Los Angeles grade B oesophagitis.",
            "Caused by Staphylococcus and followed by Colles fracture repair.",
            "Rose Bengal staining. Max Dose 5 Gy. The Long Head was torn.",
            "The wound.Heart size normal. Right knee was then seen.",
            "HEIGHT OF T12 IS REDUCED. NO RETROPULSION. MODIC CHANGE AT L4.",
            "THE LONG HEAD OF BICEPS IS INTACT. SHORT SEGMENT STRICTURE OF THE SIGMOID COLON."})
    void keepsWhatDoesNot(String text) {
        assertThat(detectors.find(text, KnownIdentifiers.none())).isEmpty();
    }

    @Test
    void aGradeOrALabelBehindANameIsNoPartOfIt() {
        List<Finding> found = detectors.find("NAME Tamsel Quorrie Unit No K861314B", KnownIdentifiers.none());
        assertThat(found.getFirst().end()).isEqualTo("NAME Tamsel Quorrie".length());
    }

    @Test
    void aForenameThatIsAVerbIsFoundAgainOnlyWhereAPersonActs() {
        String text = "Mr Will Quorrie was seen. Will was tired. Will follow up.";
        assertThat(detectors.redact(text, KnownIdentifiers.none()).text())
                .isEqualTo("[PATIENT_NAME] was seen. [PATIENT_NAME] was tired. Will follow up.");
    }
}
