package org.imaginghaven.identifiable.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    @TempDir
    Path folder;

    private List<String> read(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        List<String> seen = new ArrayList<>();
        CsvTable.read(file, new CsvTable.Sink() {
            @Override
            public void row(int line, Map<String, String> cells) {
                seen.add(line + " " + cells);
            }

            @Override
            public void reject(int line, CsvTable.RowFault fault) {
                seen.add(line + " " + fault);
            }
        });
        return seen;
    }

    private List<String> read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsQuotesByteOrderMarkBlankLinesAndBothLineEnds() throws Exception {
        assertThat(read("\uFEFFA,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n,\n2,z")).containsExactly("2 {a=1, b=x, \"y\"}",
                "4 {a=, b=}", "5 {a=2, b=z}");
    }

    @Test
    void aBrokenLineTakesNoOtherWithIt() throws Exception {
        String endless = "x".repeat(70_000);
        byte[] bytes = ("a,b\n\"open,1\n" + endless + ",1\n1,2,3\nüx,1\n5,6\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(bytes)).containsExactly("2 STRAY_QUOTE", "3 LINE_TOO_LONG", "4 WRONG_NUMBER_OF_CELLS",
                "5 NOT_UTF8", "6 {a=5, b=6}");
    }

    @Test
    void aTableWithoutAUsableHeaderIsRefusedWhole() {
        for (String header : List.of("", "a,a\n1,2", "a,\n1,2", "\"a,b\n1,2")) {
            assertThatThrownBy(() -> read(header)).isInstanceOf(CsvTable.BadHeader.class).hasMessage(null);
        }
    }
}
