package org.imaginghaven.nlp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names told by where they stand on the page, whatever else the word means: lists, signatures, initials, small letters. */
class NamesByPlaceTest {

    private final TextDetectors detectors = TextDetectors.standard();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            // an initial and any surname, by a role, a slash, a date or the end
            "Shown to [[K Marsh]] (stoma nurse) and [[P. Blunt]] (optician).",
            "The film is normal. [[P Snow]] / [[V Reed]]",
            "The film is normal.|[[T. Lake]]", "Authorised [[04/05/2019]] [[P Thistle]]",
            "Board: [[Okafor]]/[[Lamb]] agree.",
            "Checked with [[Tamsel]] (MDT coordinator).",
            // typists
            "The film is normal. [[QX]]/[[tz]]", "D: [[5/6/2018]] T: [[5/7/2018]] [[qvz]]",
            "Ref: [[QXB]]/[[tz]]/[[5530921]]",
            // numbered patients
            "1. [[MARSH Agnes]] - stable.|2. [[Snow, T]] - new nodule.", "[[Lamb, Stuart]]: the film is normal.",
            "Baby girl [[Quorrie]] was scanned.", "Twin 2 [[Quorrie]] was scanned.",
            "Likes her preferred name [[Bunty]] most.",
            // who escorts, who was spoken to
            "Escorted by PC [[Quorrie]] today.", "Prison officers [[Quorrie]] and [[Lamb]] stayed.",
            "We spoke to the ward and to [[Quorrie]] at noon.",
            // a forename and the first letter of the surname
            "A form ([[Morag T]]) was left.", "The form was found. [[Morag W]], porter, took it.",
            // words of medicine behind a nurse's title, tasks of seldom words
            "Sister [[Head]] removed the drain.", "The wound is dry. [[Ferris]] to ring the ward.",
            "The wound is dry. [[Hodgkin]] was told to rest.",
            "The wound is dry. [[Bruce]] has severe asthma.", "The wound is dry. [[April]] was asleep.",
            "[[Bone, Peter]]: the film is normal.", "[[Jan van der Quorrie]] came.",
            "[[al-Quorrie, Zaynab]] [[3/4/1951]] chest film",
            "OtherPatientNames: [[Snow]]|ScheduledPerformingPhysicianName: [[Pike]]",
            "[[Foot, Andrew]] XR knee normal.",
            "CC: [[Quorrie, Mary]] NP", "A letter from [[Brightfold Opticians]] was read.",
            "The wound is dry. [[Frost]] is here.", "Second read: [[Marsh]]",
            "The film is normal. [[Fitzquorrie]]: no show.",
            "It was dry and it was reported by [[Head]].",
            "Bed 2 [[Morag T.]] - films done.", "Subject: [[de la Quorrie, Maria-Sol]] / ward 3",
            "Dexa for [[AGNES MACDONALD]] [[4/5/1931]] done.",
            "Comment: [[Quorrie]] moved during the scan.", "For review. ([[QX]]/[[Quorrie]])",
            "It was reported by [[Tamsel Quorrie]] / [[QX]].",
            "The film is normal. Typed by [[qx]].", "Asked the ortho reg ([[Quorrie]]) to look.",
            "Ring the ward. - [[Morag]], reception",
            "The number [[ACC-21-0044120]] is closed.",
            // titles in small letters among sentences with capitals
            "Shoulder film for mr [[marsh]] after a Fall.", "Knee film; seen by nurse [[marsh]].",
            // forms of numbers
            "The prisoner ([[B4432DK]]) was scanned.", "Request [[2019-CTR-44120]] is closed."})
    void whoStandsWhereNamesStandIsFound(String marked) {
        MarkedText.check(detectors, marked.replace("mr [[", "[[mr "), KnownIdentifiers.none());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            // the same in one case only
            "shown to the team. seen by dr. report by [[v. marsh]], consultant radiologist, and filed the same day.",
            "THE FILM IS NORMAL AND THE LUNGS ARE CLEAR. [[V. MARSH]], CONSULTANT RADIOLOGIST",
            "pt [[morag small]] was given contrast and the film of the chest is normal.",
            "the wound is dry and she came with husband [[bill]].",
            "the film was typed [[qz]]. the chest is normal and she is to ring [[dr field]].",
            "CLINICAL: [[MARSH, BILAL]] FELL ON THE ICE AND THE WRIST IS SORE.",
            "THE FILM OF THE CHEST IS NORMAL. [[MARSH]] COULD NOT LIE FLAT.",
            "PT [[MARSH]] ATTENDED LATE AND THE FILM OF THE CHEST IS NORMAL."})
    void textOfOneCaseHasThemToo(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Given IV/po for a week.", "T Sagittal / T Axial", "The film is normal.|C Spine",
            "1. LEFT Lung: clear.|2. Liver, B: clear.", "Head / Neck", "Chest/Abdomen/Pelvis normal.",
            "MR KNEE WITH CONTRAST. THE LIGAMENTS ARE INTACT AND THERE IS NO FLUID.",
            "India Ink stain is negative.", "Has Hartmann fluid running.", "A smear under Bethesda reporting.",
            "An Ax Diff sequence was run.", "Ward to arrange transport.",
            "mr knee was done on Friday.",
            "Siemens/Philips scanners were used.", "the patient later complained of a cough and of a sore throat."})
    void whatOnlyLooksLikeThemStays(String text) {
        MarkedText.check(detectors, text, KnownIdentifiers.none());
    }
}
