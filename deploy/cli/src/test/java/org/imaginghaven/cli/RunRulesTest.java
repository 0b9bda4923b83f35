package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.imaginghaven.dicom.deid.TextCleaner.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRulesTest {

    private static final String RULE = """
            {"name":"%s","action":"report","report":"%s","author":"A","reason":"R","value":"quay \\\\d+",
             "must":[{"column":"","text":"[[quay 1]]"}],"mustNot":[{"column":"","text":"[[quiet]]"}]}""";

    @TempDir
    private Path folder;

    @Test
    void scanTellsConflictsFirstAndRulesThatDecidedNothingAtTheEnd() throws IOException {
        StringWriter said = new StringWriter();
        int status = scan(RULE.formatted("one", "SITE") + "," + RULE.formatted("two", "ADDRESS"), said);
        assertThat(status).isZero();
        assertThat(said.toString().lines().findFirst()).hasValue(
                "Conflict: rule one (REPORT SITE) and rule two (REPORT ADDRESS) both match an example of the first");
        assertThat(said.toString()).containsPattern("rules that decided nothing: .*prisons.*, one, two");
    }

    @Test
    void aRuleThatCannotBeUsedEndsTheRunBeforeItBegins() throws IOException {
        StringWriter said = new StringWriter();
        assertThat(scan(RULE.formatted("one", "SHIP"), said)).isEqualTo(2);
        assertThat(said.toString()).startsWith("rule 1 (one) says \"SHIP\"; it must be one of");
        assertThat(folder.resolve("report.jsonl")).doesNotExist();
    }

    @Test
    void deidTellsRulesOnlyWhenANarrativeAskedForThem() {
        CarefulCleaner cleaner = new CarefulCleaner();
        cleaner.clean("CT CHEST", new Place(0x00081030, "StudyDescription", false), Set.of());
        assertThat(cleaner.rulesNeverUsed()).isEmpty();
        cleaner.clean("Berthed early.", new Place(0x00204000, "ImageComments", true), Set.of());
        assertThat(cleaner.rulesNeverUsed()).contains("ship-and-service-numbers");
    }

    private int scan(String rules, StringWriter said) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.json"), "{\"rules\":[" + rules + "]}");
        Path in = Files.createDirectories(folder.resolve("in"));
        return Haven.line("scan").setErr(new PrintWriter(said, true)).execute("scan", "--in", in.toString(), "--report",
                folder.resolve("report.jsonl").toString(), "--tags-only", "--rules", file.toString());
    }
}
