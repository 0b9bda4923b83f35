package org.imaginghaven.gate.web;

import java.util.Map;
import java.util.TreeMap;
import org.imaginghaven.gate.GateZone;
import org.imaginghaven.gate.extract.ExtractionCounts;
import org.imaginghaven.kernel.Key;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How an extraction adds up, and which files wait for a person and why. */
@Controller
@Profile("gate")
public class ExtractionEvidenceController {

    private final GateZone zone;

    ExtractionEvidenceController(GateZone zone) {
        this.zone = zone;
    }

    @GetMapping("/evidence/extractions/{extractionKey}")
    String extraction(@PathVariable String extractionKey, Model model) {
        Key key = new Key(extractionKey);
        ExtractionCounts counts = zone.extractions().counts(key);
        Map<String, Integer> reasons = new TreeMap<>(counts.reasons());
        model.addAttribute("key", key.value());
        model.addAttribute("state", zone.extractions().state(key));
        model.addAttribute("counts", counts);
        model.addAttribute("reasons", reasons);
        model.addAttribute("flagged", zone.extractions().flagged(key));
        return "evidence/extraction";
    }
}
