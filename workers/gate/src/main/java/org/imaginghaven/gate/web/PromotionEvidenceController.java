package org.imaginghaven.gate.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.gate.GateZone;
import org.imaginghaven.gate.promote.EvidenceItem;
import org.imaginghaven.gate.promote.PromotionDesk.PromotionEvidence;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the reviewer of a tag, of a class of image or of a rule looks at. */
@Controller
@Profile("gate")
public class PromotionEvidenceController {

    private static final Map<String, String> HEADINGS = Map.of("1", "What it is", "2", "What was found", "3",
            "What would leave the zone", "4", "What the values look like");
    private static final Map<String, String> RULE_HEADINGS = Map.of("1", "What the rule says", "2",
            "What it would have changed", "3", "Examples", "4", "Conflicts", "5", "Rules never used");
    private static final Map<String, String> PICTURE_HEADINGS = Map.of("1", "The device", "2", "The rule proposed", "3",
            "The sample");

    private final GateZone zone;

    PromotionEvidenceController(GateZone zone) {
        this.zone = zone;
    }

    /** Items with the same labels, shown as one table. */
    public record Table(String heading, List<String> labels, List<Map<String, String>> rows) {
    }

    /** A picture with its description. */
    public record Picture(String name, Map<String, String> content, @Nullable String data) {
    }

    @GetMapping("/evidence/tags/{promotionKey}")
    String tag(@PathVariable String promotionKey, Model model) {
        PromotionEvidence evidence = zone.promotions().evidence(new Key(promotionKey));
        model.addAttribute("evidence", evidence);
        model.addAttribute("tables", tables(evidence.items(), HEADINGS));
        return "evidence/tag";
    }

    @GetMapping("/evidence/rules/{promotionKey}")
    String rule(@PathVariable String promotionKey, Model model) {
        PromotionEvidence evidence = zone.promotions().evidence(new Key(promotionKey));
        model.addAttribute("evidence", evidence);
        model.addAttribute("tables", tables(evidence.items(), RULE_HEADINGS));
        return "evidence/rule";
    }

    @GetMapping("/evidence/image-types/{promotionKey}")
    String imageType(@PathVariable String promotionKey, Model model) {
        PromotionEvidence evidence = zone.promotions().evidence(new Key(promotionKey));
        List<EvidenceItem> samples = evidence.items().stream().filter(item -> item.item().startsWith("3-")).toList();
        List<EvidenceItem> texts = evidence.items().stream().filter(item -> !item.item().startsWith("3-")).toList();
        List<Picture> pictures = new ArrayList<>();
        for (EvidenceItem item : samples) {
            byte[] png = item.picture();
            pictures.add(new Picture("Image " + (pictures.size() + 1), item.content(),
                    png == null ? null : "data:image/png;base64," + Base64.getEncoder().encodeToString(png)));
        }
        model.addAttribute("evidence", evidence);
        model.addAttribute("tables", tables(texts, PICTURE_HEADINGS));
        model.addAttribute("pictures", pictures);
        return "evidence/image-type";
    }

    /** The first character of an item's name says which table it belongs to. */
    private static List<Table> tables(List<EvidenceItem> items, Map<String, String> headings) {
        Map<String, List<EvidenceItem>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(item.item().substring(0, 1), g -> new ArrayList<>()).add(item));
        List<Table> tables = new ArrayList<>();
        groups.forEach((group, members) -> tables.add(new Table(headings.getOrDefault(group, "More"),
                members.getFirst().content().keySet().stream().sorted().toList(),
                members.stream().map(EvidenceItem::content).toList())));
        return tables;
    }
}
