package org.imaginghaven.identifiable.web;

import java.security.Principal;
import java.util.TreeMap;
import org.imaginghaven.identifiable.IdentifiableZone;
import org.imaginghaven.identifiable.ingest.BatchCounts;
import org.imaginghaven.kernel.Key;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a batch adds up, what was set aside, and where a person says who a provisional patient is. */
@Controller
@Profile("identifiable")
public class BatchEvidenceController {

    private final IdentifiableZone zone;

    BatchEvidenceController(IdentifiableZone zone) {
        this.zone = zone;
    }

    @GetMapping("/evidence/batches/{batchKey}")
    String batch(@PathVariable String batchKey, Model model) {
        Key key = new Key(batchKey);
        BatchCounts counts = zone.ingest().counts(key);
        model.addAttribute("key", key.value());
        model.addAttribute("state", zone.ingest().state(key));
        model.addAttribute("counts", counts);
        model.addAttribute("reasons", new TreeMap<>(counts.reasons()));
        model.addAttribute("files", zone.ingest().evidence().files(key));
        model.addAttribute("rows", zone.ingest().evidence().rows(key));
        model.addAttribute("unmapped", zone.ingest().unmapped(key));
        return "evidence/batch";
    }

    @PostMapping("/evidence/batches/{batchKey}/mappings")
    String propose(@PathVariable String batchKey, @RequestParam String eupi, @RequestParam String source,
            @RequestParam String value, Principal person, RedirectAttributes flash) {
        boolean taken = zone.ingest().propose(new Key(batchKey), eupi, source, value, person.getName());
        flash.addFlashAttribute("notice", taken
                ? "Noted. It takes effect when the task is completed with \"resolved\"."
                : "This is no identifier of that kind: its check digit may be wrong. Nothing was noted.");
        return "redirect:/evidence/batches/" + new Key(batchKey).value();
    }
}
