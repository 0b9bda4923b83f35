package org.imaginghaven.demo.walk;

import java.util.Map;

/** A few tasks for the person who is trying Imaging Haven out. */
final class LeftOpen {

    private LeftOpen() {
    }

    static void leave(Stage stage) {
        stage.app().post("analyst2", "/api/promotions/tags", Map.of("keyword", "ProtocolName"));
        stage.app().post("analyst2", "/api/promotions/tags", Map.of("keyword", "SeriesDescription"));
        stage.search().post("researcher1", "/api/requests",
                Map.of("title", "Body parts on MR", "definition", Map.of("modality", java.util.List.of("MR"))));
        stage.out().accept("  left open: two tags to review (sign in to Tasklist as analyst1), one cohort to confirm"
                + " (as coordinator1)");
    }
}
