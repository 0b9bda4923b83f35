package org.imaginghaven.nlp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that no rule tells, which the model finds by what stands around them, and what looks like one. */
class NamesByModelTest {

    private final TextDetectors detectors = TextDetectors.standard();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            // a surname of no list or of the lists, where a note says how somebody is
            "No fracture seen. [[Dunwoodie]] is off work until spring.",
            "The stent is patent. [[Abernethy]] inserted the port.",
            "Bloods are back. [[Olatunde]] has a new cough.",
            // an ordinary word that is a surname
            "The valve is calcified. [[Thorn]] and the physio met.",
            // a forename and what is hers
            "The lungs are clear. [[Kirsty]]'s elbow is stiff.",
            // whom a device or a drug is called like
            "Reported by [[Dr Hickman]] and [[Dr Breuer]]. Seen with [[Mrs Tex Groshong]].",
            // in small letters and in capitals
            "no focal lesion. [[kirsty]]'s elbow is stiff and needs ice today.",
            "THE LIVER IS NORMAL. [[ABERNETHY]] HAD HAD NO SEDATION. NO STONES SEEN IN THE KIDNEYS."})
    void whomTheModelTellsIsFound(String marked) {
        MarkedText.check(detectors, marked, KnownIdentifiers.none());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            // medicine
            "Postprandial scan. Multilocular lesion. The Dopplers were normal and the conjunctivae are pink.",
            "Treated with Zantoprex and Molivax, then sealed with fibrin.",
            "She was continued on Zantoprex to keep her rhythm.",
            // a score and a strength
            "Bortwick 18. Zantoprex 350 was drawn up.",
            // eponyms by what is theirs, brands
            "Rokitansky's nodule and Schamroth's arcs. Seen under the lamp after Dotarem and again after Syntocinon.",
            "FINDINGS: Black and white pictures were made. Read and approved this morning.",
            // capitals for stress, acronyms and initials
            "There was SEVERE LEG PAIN and a QRX was done. B. Heart normal.",
            "Known Wolff-Parkinson changes. Large, round nodules. Recurrent TIAs."})
    void whatLooksLikeANameIsLeft(String text) {
        MarkedText.check(detectors, text, KnownIdentifiers.none());
    }
}
