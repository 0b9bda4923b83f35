package org.imaginghaven.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDraftTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RuleDraft draft(String action, String must) {
        return new RuleDraft(" shown-words ", action, "SITE", "StudyDescription,  , ProtocolName", List.of("DATE"),
                "x+",
                " ", null, must, "no", "because");
    }

    @Test
    void whatWasTypedBecomesARule() throws Exception {
        assertThat(JSON.readTree(draft("ignore", "StudyDescription: a [[x]]\r\n\nxx: yy z\nplain [[x]]").json()))
                .isEqualTo(JSON.readTree("""
                        {"name": "shown-words", "action": "ignore", "columns": ["StudyDescription", "ProtocolName"],
                         "kinds": ["DATE"], "value": "x+",
                         "must": [{"column": "StudyDescription", "text": "a [[x]]"}, {"column": "xx", "text": "yy z"},
                                  {"column": "", "text": "plain [[x]]"}],
                         "mustNot": [{"column": "", "text": "no"}], "reason": "because"}"""));
    }

    @Test
    void onlyARuleThatReportsNamesAKind() throws Exception {
        assertThat(JSON.readTree(draft("report", "any: x").json()).path("report").asText()).isEqualTo("SITE");
        assertThat(JSON.readTree(draft("allow", "any: x").json()).has("report")).isFalse();
        assertThat(JSON.readTree(draft("allow", "any: x").json()).at("/must/0/column").asText()).isEmpty();
    }
}
