package org.imaginghaven.demo.walk;

import static org.imaginghaven.demo.walk.Stage.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imaginghaven.demo.walk.Desk.Reply;
import org.imaginghaven.demo.walk.Desk.Script;
import org.imaginghaven.local.Tasklist.Task;

/** Promote: tags that describe images go on, one that holds free text is refused; image types get a pixel rule. */
final class PromoteStep {

    private static final String TAG = "gate-promote-tag";
    private static final String IMAGE_TYPE = "gate-promote-image-type";
    private static final List<String> TAGS = List.of("Modality", "BodyPartExamined", "PatientSex", "PatientAge",
            "StudyDate", "Manufacturer", "ReportFinding:nodule", "ReportFinding:pleural-effusion");
    private static final Pattern PROMOTION_KEY = Pattern.compile("prm-[0-9a-z]{16}");
    private static final String REFUSED_TAG = "ImageComments";

    private PromoteStep() {
    }

    static void run(Stage stage) {
        tags(stage);
        imageTypes(stage);
    }

    private static void tags(Stage stage) {
        long start = System.nanoTime();
        List<Long> instances = new ArrayList<>();
        for (String keyword : TAGS) {
            instances.add(propose(stage, keyword));
        }
        long active = stage.desk().playAllToTheEnd(List.copyOf(instances), "promotion of tags",
                review("promote", "Codes and numbers only; no value identifies anybody."), Stage.PATIENCE).stream()
                .filter("tag-active"::equals).count();
        long refused = propose(stage, REFUSED_TAG);
        instances.add(refused);
        String end = stage.desk().playToTheEnd(refused, "promotion of " + REFUSED_TAG,
                review("refuse", "Free text: the sample holds phone numbers."), Stage.PATIENCE);
        stage.done("promote", TAG, instances, end, start,
                "%d tags and findings of reports active, 1 refused (%s)".formatted(active, REFUSED_TAG));
    }

    /** The promotion of the tag: a new one, or the one that a walk which was stopped left open. */
    private static long propose(Stage stage, String keyword) {
        try {
            return number(stage.app().post("analyst1", "/api/promotions/tags", Map.of("keyword", keyword)),
                    "processInstanceKey");
        } catch (Refused openAlready) {
            Matcher key = PROMOTION_KEY.matcher(openAlready.getMessage());
            if (!key.find()) {
                throw openAlready;
            }
            return stage.engine().instanceWith("promotionKey", key.group()).orElseThrow(() -> openAlready);
        }
    }

    private static Script review(String decision, String reason) {
        return Script.of(Map.of(
                "review-tag", new Reply("analyst1", Map.of("tagDecision", decision, "reviewReason", reason)),
                "second-review-tag",
                new Reply("iglead", Map.of("secondDecision", decision, "secondReason", reason))));
    }

    private static void imageTypes(Stage stage) {
        long start = System.nanoTime();
        List<Long> instances = new ArrayList<>();
        for (JsonNode promotion : stage.app().post("analyst1", "/api/promotions/image-types", Map.of())) {
            instances.add(number(promotion, "processInstanceKey"));
        }
        long active = stage.desk()
                .playAllToTheEnd(instances, "promotion of image types", inspection(stage), Stage.PATIENCE).stream()
                .filter("pixel-rule-active"::equals).count();
        stage.done("promote", IMAGE_TYPE, instances, instances.isEmpty() ? "nothing-new" : "pixel-rule-active", start,
                "%d image types with a pixel rule, %d refused".formatted(active, instances.size() - active));
    }

    /**
     * The analyst has seen the sample. One picture is too few to judge by: such a class gets no rule, and its files are flagged when
     * somebody extracts them. Where text was found in a sample, its regions are blanked by rule.
     */
    private static Script inspection(Stage stage) {
        return task -> java.util.Optional.ofNullable(switch (task.element()) {
            case "inspect-pixel-sample" -> inspected(stage, task);
            case "sign-off-pixel-rule" ->
                new Reply("iglead", Map.of("signOffDecision", "approve", "signOffReason", "Agrees with the sample."));
            default -> null;
        });
    }

    private static Reply inspected(Stage stage, Task task) {
        if (stage.desk().variable(task, "sampleCount") == 1) {
            return new Reply("analyst1", Map.of("pixelDecision", "refuse", "inspectionReason",
                    "One picture is too few to judge by."));
        }
        boolean text = stage.desk().variable(task, "imagesWithText") > 0;
        return new Reply("analyst1", Map.of("pixelDecision", text ? "blank-regions" : "clean", "inspectionReason",
                "Looked at every picture of the sample."));
    }
}
