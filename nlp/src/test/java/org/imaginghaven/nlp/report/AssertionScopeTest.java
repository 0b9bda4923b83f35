package org.imaginghaven.nlp.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the reach of what is said of one finding ends and another begins. The finding is in double brackets. */
class AssertionScopeTest {

    private final Assertions assertions = Assertions.standard();

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            # a clause of its own behind a comma, "and" or a dash
            present   | No ulcer, the antrum is [[inflamed]].
            present   | Without obstruction or perforation, the [[phlegmon]] was drained.
            present   | No stones and the ureters look [[dilated]].
            present   | No clot, [[slow flow]] persists.
            present   | No warts – [[callus]] only.
            present   | Rather than gout, this is [[cellulitis]].
            present   | If there is no fever, treat the [[pain]] first.
            absent    | No wheeze, [[stridor]], or crackles and the rate is normal.
            absent    | No lumps, no [[bruises]] were seen.
            # something of a degree, unless the list goes on
            present   | No haematuria, mild [[proteinuria]].
            uncertain | No nausea, possibly slight [[heartburn]].
            present   | No polyp with moderate [[oesophagitis]].
            present   | Ultrasound showed no sludge and a [[calculus]].
            absent    | No nodules, severe [[fibrosis]], or masses.
            absent    | He has not had, [[hiccups]] or belching.
            present   | The [[droop]] partially resolved.
            absent    | I cannot elicit [[ankle jerks]].
            present   | EARS: no itch, no discharge, [[tinnitus]] on the right.
            absent    | No itch, no discharge, or [[tinnitus]].
            present   | He does not think the [[ache]] is worse.
            absent    | I do not think the [[ache]] is present.
            present   | There is no ulcer to account for the [[anaemia]].
            present   | Absent gag reflex with [[drooling]].
            present   | No resolution of the [[fistula]] yet.
            absent    | She no longer complains of [[cramps]].
            absent    | Endoscopy failed to identify a [[fistula]].
            absent    | It is unlikely that this represents [[empyema]].
            uncertain | Whether it is [[lichen]] or eczema is not clear.
            present   | no chills no rigors mild [[cough]]
            absent    | no chills no mild or moderate [[cough]]
            present   | He apparently had [[hiccups]].
            absent    | No mild or moderate [[stenosis]].
            # brackets and quotation marks
            present   | Effusion (no septation) with passive [[collapse]].
            present   | She says “no cramps” and some [[bloating]].
            absent    | Cyst (not [[calcified]]) in the spleen.
            # a word that answers what stands before it
            present   | Chills: no, [[rigors]]: yes.
            present   | ANA negative, [[anaemia]] found.
            present   | [[Mumps]] IgM positive, measles negative.
            absent    | Mumps IgM positive, [[measles]] negative.
            present   | [[Cough]], fever absent.
            absent    | Cough, haemoptysis and [[fever]]: absent.
            absent    | Swab for [[mumps]] came back negative.
            absent    | Gout: yes, [[psoriasis]] - no
            # a new word that affirms
            present   | No weakness, admits [[numbness]].
            present   | w/o itch, c/o [[burning]].
            present   | No h/o gout, +h/o [[psoriasis]].
            """)
    void ends(String assertion, String marked) {
        assertThat(Standing.word(standing(marked).assertion())).isEqualTo(assertion);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            # words between the words of a trigger
            present   | No obvious interval enlargement of the [[goitre]].
            absent    | No CT or clinical evidence of [[mastoiditis]].
            absent    | [[Abscess]] is not clearly demonstrated.
            uncertain | Unable to reliably exclude [[perforation]].
            absent    | No family history of [[porphyria]].
            # double and idle negation
            present   | He will not deny [[gambling]].
            present   | She never fails to get [[hay fever]] in June.
            present   | Not surprisingly there is [[anaemia]].
            present   | There is no secret about his [[drinking]].
            present   | [[Thirst]] is not denied.
            present   | He was not given tablets for the [[rash]].
            present   | Sprays have not been helpful in relieving her [[sneezing]].
            present   | There is no doubt that it is [[scurvy]].
            present   | Drops did not relieve his [[itching]].
            present   | The scan does not alter the diagnosis of [[ankylosis]].
            present   | No complication of the known [[diverticula]].
            absent    | Palpation finds no enlargement, [[warmth]] or masses.
            absent    | We do not suspect that she has [[lupus]].
            absent    | I doubt whether he has [[gout]].
            absent    | Little sign of [[rejection]] was found.
            absent    | In May he had [[hiccups]] which quickly resolved.
            absent    | [[Listeria]], after two cultures of the fluid taken that week, has been ruled out.
            present   | Raised ESR with [[myalgia]], vasculitis excluded.
            # contractions, signs and affixes
            absent    | He hasn't had [[fits]] since May.
            absent    | She can’t feel any [[lump]].
            absent    | [[Nitrites]] -ve.
            absent    | −ve [[ketones]], +ve glucose.
            absent    | -[[rash]], -itch, +hives
            absent    | Non-[[displaced]] crack of the ulna.
            absent    | By noon he was [[pain]]-free.
            # doubt
            uncertain | Not clear if she has [[vertigo]].
            uncertain | c/f [[septic arthritis]].
            uncertain | [[Embolus]] must be kept in mind.
            uncertain | Exclude [[torsion]].
            uncertain | Tremor, probably due to [[thyrotoxicosis]].
            uncertain | There is a suggestion of [[demineralisation]].
            present   | In view of the [[weight loss]], lymphoma must be considered.
            present   | [[Cough]] for a week, ? pertussis
            uncertain | Perhaps there is [[oedema]] of the stump.
            # a thing that is gone
            absent    | The [[swelling]] subsided on the second day.
            absent    | A haze, [[pneumatosis]] that could not be confirmed.
            absent    | He was never diagnosed with [[coeliac disease]].
            """)
    void turns(String assertion, String marked) {
        assertThat(Standing.word(standing(marked).assertion())).isEqualTo(assertion);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            past         | patient | He had [[childhood eczema]].
            past         | patient | [[Quinsy]] last year, well since.
            current      | patient | No cough, history of gout, or [[stiffness]].
            past         | patient | Retired, history of gout, [[psoriasis]].
            current      | patient | He has [[tingling]] as told in the past medical history.
            past         | patient | In 1998 she had a [[quinsy]].
            past         | patient | PH: [[rubella]] 1961.
            current      | patient | Old scar over the shin with no [[ulcer]].
            current      | patient | Ulcer healed ten years ago, no [[itch]].
            current      | patient | History of present illness: [[vomiting]].
            current      | patient | A three-week history of [[itching]].
            current      | patient | 5 days history of [[earache]] and cough.
            current      | patient | CLINICAL HISTORY: [[Vertigo]] and tinnitus.
            current      | patient | He had symptoms of [[reflux]].
            current      | patient | Skin without any sign of [[scabies]].
            hypothetical | patient | If no [[movement]] is felt, ring us.
            hypothetical | patient | Come back at any sign of [[redness]].
            current      | patient | The [[mottling]] is worse than it was previously.
            current      | patient | Test for [[mumps]] was negative.
            current      | patient | No return of [[jaundice]].
            current      | patient | The previously described [[haemangioma]] is as before.
            past         | patient | [[Tonsillectomy]] when she was 9 years old.
            past         | patient | Past medical history is significant for [[measles]].
            current      | patient | A previous arthrodesis, and [[spondylosis]].
            hypothetical | patient | Risks include but are not limited to [[bleeding]], scarring and [[palsy]].
            hypothetical | patient | Colonoscopy to exclude [[neoplasia]].
            hypothetical | patient | In the event of [[collapse]] call us.
            hypothetical | patient | To re-attend should [[bleeding]] recur.
            hypothetical | patient | Consented for [[nerve injury]].
            current      | other   | Grandchildren have [[chickenpox]].
            current      | other   | Notable for two sisters who have [[goitre]].
            current      | other   | [[Glaucoma]] in an aunt.
            current      | patient | His wife noticed [[snoring]].
            current      | patient | Mother denies [[ear pain]].
            current      | patient | According to the son he has [[tremor]].
            """)
    void saysWhenAndWhose(String time, String experiencer, String marked) {
        Standing standing = standing(marked);
        assertThat(Standing.word(standing.time())).isEqualTo(time);
        assertThat(Standing.word(standing.experiencer())).isEqualTo(experiencer);
    }

    @Test
    void somebodyElseWhoDeniesDeniesForThePatient() {
        assertThat(Standing.word(standing("Mother denies [[ear pain]].").assertion())).isEqualTo("absent");
    }

    private Standing standing(String marked) {
        String text = marked.replace("[[", "").replace("]]", "");
        return assertions.assess(text, marked.indexOf("[["), marked.indexOf("]]") - 2);
    }
}
