package org.imaginghaven.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms a name from a DICOM header takes in text; the span is in double brackets, a bar is the end of a line. */
class KnownFormsTest {

    private final TextDetectors detectors = TextDetectors.standard();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
            LARK^PENNY      ; The film of [[penny.lark]] is on file.
            LARK^PENNY      ; We saw [[penny lark]] in the morning.
            LARK^PENNY      ; The film of [[PENNY LARK]] is on file.
            LARK^PENNY      ; The film of [[Lark/Penny]] is on file.
            LARK^PENNY      ; The film of [[LARK.Penny]] is on file.
            LARK^PENNY      ; The film of [[PennyLark]] is on file.
            LARK^PENNY      ; The film of [[P. Lark]] is on file.
            LARK^PENNY      ; The film of [[Lark, P]] is on file.
            LARK^PENNY      ; The film of [[Penny|Lark]] is on file.
            LARK^PENNY      ; [[Lark's]] earlier films
            LARK^PENNY      ; The film of [[L A R K]] is on file.
            LARK^PENNY      ; The film of [[P E N N Y  L A R K]] is on file.
            LARK^PENNY^ROSE ; Seen with [[P.L.]] today.
            LARK^PENNY^ROSE ; Seen with [[P.R.L.]] today.
            LARK^PENNY^ROSE ; Pt [[PL]] was tired.
            QUORRIE^TAMSEL  ; The film of [[Tamsel|Quor-|rie]] is on file.
            QUORRIE^TAMSEL  ; The film of [[Tamsell Quorie]] is on file.
            QUORRIE^TAMSEL  ; The film of [[QU0RRIE]] is on file.
            QUORRIE^TAMSEL  ; [[Quorrie's]] study of May was compared.
            Quörrie^Tamsel  ; The film of [[Quoerrie]] is on file.
            Łark^Tamsel     ; The film of [[Tamsel Lark]] is on file.
            Ó QUORRIE^UNA   ; The film of [[Ó Quorrie]] is on file.
            Ó QUORRIE^UNA   ; The film of [[OQuorrie]] is on file.
            Van Lark^Una    ; The film of [[Una van Lark]] is on file.
            MacQuorrie^Una  ; The film of [[McQuorrie]] is on file.
            BROOK^APRIL     ; The label reads [[April]] here.
            BROOK^APRIL     ; [[April]] was unable to lie flat.
            STREAM^ROBIN    ; The result was given to [[robin stream]].
            """)
    void everyFormOfTheHeadersNameIsFound(String name, String marked) {
        String lines = marked.replace('|', '\n');
        String text = lines.replace("[[", "").replace("]]", "");
        int start = lines.indexOf("[[");
        int end = lines.indexOf("]]") - 2;
        int last = text.substring(start, end).endsWith("'s") ? end - 2 : end;
        List<Finding> found = detectors.find(text, KnownIdentifiers.ofPatient(List.of(name), List.of(), List.of()));
        for (int i = start; i < last; i++) {
            int at = i;
            assertThat(!Character.isLetterOrDigit(text.charAt(at)) || found.stream()
                    .anyMatch(finding -> finding.start() <= at && at < finding.end())).as("character %s", at).isTrue();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
            BROOK^APRIL ; Compared with April 2019 and with the film of April.
            BROOK^APRIL ; compared with the film of last april, no change
            LONG^FAITH  ; Long segment narrowing of the ileum, a long stricture.
            SMALL^JOY   ; Small effusion. The SMALL bowel is normal.
            HEAD^MARK   ; HEAD AND NECK. Head of the femur normal, a mark on the skin.
            CROSS^T     ; The cross section shows no change on T1.
            """)
    void whatIsNotTheNameStays(String name, String text) {
        assertThat(detectors.find(text, KnownIdentifiers.ofPatient(List.of(name), List.of(), List.of())))
                .noneMatch(finding -> finding.kind().isName());
    }
}
