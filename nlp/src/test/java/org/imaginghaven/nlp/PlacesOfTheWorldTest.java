package org.imaginghaven.nlp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites, addresses and telephones as many countries write them; the span is in double brackets, a bar ends a line. */
class PlacesOfTheWorldTest {

    private final TextDetectors detectors = TextDetectors.standard();

    @ParameterizedTest
    @ValueSource(strings = {"[[Al Quorrie Medical City]]|The chest is clear.",
            "[[Harbour Light Private Hospital, Radiology Suite]]|The chest is clear.",
            "[[Primrose Way Surgery]]|The chest is clear.", "[[QUORRIE SPECIALIST IMAGING]]|The chest is clear.",
            "[[QUORRIE DIAGNOSTIC CENTRE]]|The chest is clear.", "Seen at [[Quorrie Heart Centre]] by us.",
            "Seen at [[Quorrie Radiology Associates]]. [[Quorrie Eye Institute]] agreed.",
            "[[Hospital Sultanah Quorrie]] agreed.", "Seen at the [[National Hospital of Quorrieland]] by us.",
            "Moved from [[Dr Quorrie's]] in June.", "[[ROYAL HOSPITAL FOR SICK CHILDREN]]|The chest is clear.",
            "[[Quorrie District Hospital]] Known Meckel's diverticulum.", "DIAGNOSTIC IMAGING|The chest is clear.",
            "MUSCULOSKELETAL IMAGING|The knee is normal.",
            "Seen at the cardiac centre. The Heart Centre is full.", "Bariatric Surgery|The chest is clear."})
    void aSiteIsFoundByWhatItIs(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"at [[Flat 9, Willow Court, Thorn-under-Quorrie]].",
            "[[Level 1, 77 Coolabah Parade, Quorriebar]] VIC [[3999]]   P [[03 5550 0190]]",
            "[[Unit 4/12 Banksia Crescent|Quorriemba]] NSW [[2999]]", "[[44 Maple Dr]]., [[Quorrie]], ON [[K1A 0B1]]",
            "[[1200 NW 45th Street, Suite 210, Quorrieton, TX 75999-1234]]", "[[P.O. Box: 12345]] is full",
            "[[No. 12, 4th Cross, Gandhi Nagar, Quorriepuram]] - [[560 034]]", "[[12 Jalan Quorrie 3/4]] is the house",
            "[[Blk 123 Quorrie Street 21, #04-112]]", "[[Villa 12, Street 4]] is the house",
            "[[45 Protea Road, Sandton 2196]]", "code [[H91 E2K3]] on it",
            "[[Rm 1204, 88 Canal Street, Quorrieton 10002]]", "[[2 Church Way|Much Quorrie|Quorrieshire TF13 6BE]]",
            "images #10-18 of 2020", "dose in WA 2020 and level 3 Way"})
    void anAddressIsFoundAndGoesOnToItsCode(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rang [[(03) 5550 0190]] twice", "rang [[1300 555 019]] twice", "T: [[01 234 5678]] only",
            "Mob [[98765 43210]] only", "HP [[9123 4567]] only", "rang [[04 555 0134]] twice", "pager [[4471]] only",
            "DECT [[55123]] only", "phones on [[091 555 012]] now", "P 80 and T 37.2", "T 1234 and M 34"})
    void aTelephoneIsFoundWithoutItsLabel(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[QUORRIE, Tamsel]]     Medicare [[2123 45670 1]]",
            "[[Fingal Early-Quorrie]], chart no [[MK 71-2094]], seen",
            "seen before. Original patient [[L. Grief]], hospital no [[88-0413]]",
            "[[Baby Boy Quorrie]]  [[28/04/24]]  [[584-547-1893]]", "DEXA   [[s. quorriestone]]   [[497-019-2901]]",
            "Rm 3 [[Quorrie-Vane]], for scan|Rm 4 [[Vane, Shirin]] for scan|Rm 6 [[Joy]] ?home",
            "Bed 4 Empty|Room 2 Vacant|Bed 7 Ready", "CT Chest [[12345678]]", "Final Report, hospital no [[445566]]",
            "seen, [[QXQ 2087731]] today"})
    void aNameThatLeadsToANumberIsThePatients(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }
}
