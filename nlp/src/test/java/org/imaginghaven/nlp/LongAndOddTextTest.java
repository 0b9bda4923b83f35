package org.imaginghaven.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of many pages, and characters that look like others. */
class LongAndOddTextTest {

    private static final TextDetectors DETECTORS = TextDetectors.standard();
    private static final String FILLER = "The bowel is of normal calibre and the mesentery is clear. ";

    private static List<String> spans(String text, KnownIdentifiers known) {
        return DETECTORS.find(text, known).stream().map(f -> text.substring(f.start(), f.end())).toList();
    }

    @Test
    void anIdentifierIsFoundWhereverALongTextIsCut() {
        String number = "telephone 01632 960417 today";
        for (int before = Pieces.MOST / 2 - 40; before < Pieces.MOST + 40; before += 101) {
            String text = "x".repeat(before % 7) + " " + FILLER.repeat(before / FILLER.length())
                    + "y ".repeat(before % FILLER.length() / 2) + number + FILLER.repeat(200);
            assertThat(spans(text, KnownIdentifiers.none())).contains("01632 960417");
        }
    }

    @Test
    void aNameToldOnALatePageIsANameOnTheFirst() {
        String text = "Wexcombe agrees. " + FILLER.repeat(400) + "\nReported by: Dr Ida Wexcombe\n";
        assertThat(text.length()).isGreaterThan(2 * Pieces.MOST);
        assertThat(spans(text, KnownIdentifiers.none())).first().isEqualTo("Wexcombe");
    }

    @Test
    void findingsOfALongTextNeitherOverlapNorMove() {
        String page = FILLER.repeat(20) + "Seen by Dr Harcastle on 12/03/2020. ";
        String text = page.repeat(30);
        List<Finding> found = DETECTORS.find(text, KnownIdentifiers.none());
        assertThat(found.stream().filter(f -> text.startsWith("12/03/2020", f.start())).count()).isEqualTo(30);
        assertThat(Redaction.of(text, found).text()).doesNotContain("Harcastle", "2020");
    }

    @Test
    void anAddressLongerThanAnyWordIsFoundToItsEnd() {
        String address = "https://pacs.example.org/" + "study/".repeat(120) + "harcastle";
        assertThat(spans("See " + address + " for more.", KnownIdentifiers.none())).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "A", "Alan ", "12/03/2020 ", "http://", "( ", "1"})
    void sameSignsWithoutEndAreReadAndEnd(String sign) {
        String text = sign.repeat(20_000 / sign.length());
        assertThat(DETECTORS.redact(text, KnownIdentifiers.none()).text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"943 476 5919", "943\u00a0476\u00a05919", "943\u2011476\u20115919",
            "94\u200b34765\u00ad919",
            "９４３４７６５９１９", "٩٤٣٤٧٦٥٩١٩", "943\u0000476\u20075919"})
    void aKnownNumberIsFoundInCharactersThatLookLikeIt(String number) {
        KnownIdentifiers known = KnownIdentifiers.ofPatient(List.of(), List.of("9434765919"), List.of());
        assertThat(spans("Number " + number + ", as agreed.", known)).containsExactly(number);
    }

    @Test
    void aKnownNameIsFoundThroughCharactersOfNoWidth() {
        KnownIdentifiers known = KnownIdentifiers.ofPatient(List.of("Quenby^Alys"), List.of(), List.of());
        assertThat(spans("Was Qu\u200benby here, \ufeffＱｕｅｎｂｙ?", known)).containsExactly("Qu\u200benby", "Ｑｕｅｎｂｙ");
        assertThat(spans("call 07700\u00a0900\u2011123 now", known)).containsExactly("07700\u00a0900\u2011123");
    }
}
