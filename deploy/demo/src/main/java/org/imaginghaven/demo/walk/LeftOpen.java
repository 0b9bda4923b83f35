package org.imaginghaven.demo.walk;

import java.util.Map;

/** A few tasks for the person who is trying Imaging Haven out. */
final class LeftOpen {

    private LeftOpen() {
    }

    static void leave(Stage stage) {
        leaveOpen(stage, "ProtocolName");
        leaveOpen(stage, "SeriesDescription");
        stage.search().post("researcher1", "/api/requests",
                Map.of("title", "Body parts on MR", "definition", Map.of("modality", java.util.List.of("MR"))));
        stage.out().accept("  left open: two tags to review (sign in to Tasklist as analyst1), one cohort to confirm"
                + " (as coordinator1)");
    }

    private static void leaveOpen(Stage stage, String keyword) {
        try {
            stage.app().post("analyst2", "/api/promotions/tags", Map.of("keyword", keyword));
        } catch (Refused openAlready) {
            // an earlier walk left it, and nobody has tried it since
            stage.out().accept("  " + keyword + " is still open from the last time");
        }
    }
}
