package org.imaginghaven.nlp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of patients, staff and examinations as many countries label and form them; the span is in double brackets. */
class NumbersOfTheWorldTest {

    private final TextDetectors detectors = TextDetectors.standard();

    @ParameterizedTest
    @ValueSource(strings = {"UHID [[AP/2023/004512]] seen", "U.R. No. [[445.566]] seen", "UR [[0445566]] seen",
            "Folder no. [[123 456 789]], ward B4", "folder no [[GB 40 771]] was lost",
            "Medicare [[2123 45670 1]], seen", "IP No. [[2231/23]] seen", "OHIP# [[4455 667 788]] seen",
            "Emirates ID [[784-1971-1234567-1]] seen", "PHN [[9123 456 780]] seen", "the chart no. is wrong",
            "DVA No. [[QX112233]] seen", "Account number: [[H00012345678]]", "MRN [[12-34-56]] seen",
            "RAMQ [[TREM 5512 1402]] seen", "SSN last 4: [[2231]] only", "Unit no [[445566]] 4 views",
            "wrote [[00-77-41]] on it"})
    void aPatientsNumberIsFoundByItsLabel(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"card [[2123 45670 1]] shown", "the old [[ZZZ0016]] and the new [[ZBN77VL]] one",
            "wrote [[1234567T]] on it", "and [[SXXXX567D]] on it", "so [[800101 5009 08 7]] was on it",
            "so [[890314-10-5567]] was on it", "so [[1EG4-TE5-MK73]] was on it", "so [[91-2233-4455-6677]] was on it",
            "so [[2345 6789 0124]] was on it", "so 2345 6789 0123 was on it", "so ZZZ0017 was on it",
            "so 1234567A was on it"})
    void aNumberIsFoundByItsCheckDigitOrFormAlone(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMC Reg No. [[41822]] signed", "MCRN [[33412]] signed", "Provider No [[2426621B]] signed",
            "([[MOH-P-22718]]) signed", "[[DHA 00112233-001]] signed",
            "MDCN folio [[45231]] signed", "badge no. [[4471]] signed", "with [[AB1234563]] signed",
            "OperatorsName: [[qz7]]", "scanned by [[kd7]] today", "AHPRA [[MED0001234567]] signed",
            "HPCSA: [[MP0512345]] signed", "MP [[0512345]] signed", "HCPC [[RA45512]] signed",
            "MCR No. [[04412F]] signed",
            "PIN 2 was taken out", "a license 2020 model"})
    void anEmployeesNumberIsFound(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accession: [[24-CT-004471]] done", "Lab no [[S24-12345]] done", "Exam no. [[55 214]] done",
            "Teaching case [[MSK-014]] shown", "Order # [[448812.01]] done", "Episode number [[E-2231/24]] done",
            "case 3 of 12 and request 2 of 4", "Exam 120 kV", "available 24/7 now"})
    void anExaminationsNumberIsFound(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seen [[29SEP21]] here", "seen [[2021-SEP-29]] here", "seen [[29_09_2021]] here",
            "a [[centenarian]] fell", "[[Agnes Quorrie]], [[92]], is frail", "Sex/Age: F/[[93]] fell", "[[91]]/M fell",
            "for 2/12 and 3/52 now",
            "a cough 4/7 now"})
    void aDayAndAGreatAgeAreFoundInEveryForm(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }
}
