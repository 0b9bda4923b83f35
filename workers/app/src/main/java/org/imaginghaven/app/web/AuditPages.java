package org.imaginghaven.app.web;

import java.util.List;
import java.util.NoSuchElementException;
import org.imaginghaven.governance.audit.AuditEntry;
import org.imaginghaven.governance.GovernanceZone;
import org.imaginghaven.governance.audit.AuditTrail;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor's pages: the requests there are, one request's whole story, and the ledger itself. */
@Controller
@Profile("governance")
class AuditPages {

    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final RequestStories stories;
    private final OperateLinks operate;

    AuditPages(GovernanceZone zone, RequestStories stories, OperateLinks operate) {
        this.trail = zone.trail();
        this.stories = stories;
        this.operate = operate;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/audit";
    }

    @GetMapping("/audit")
    String requests(Model model) {
        model.addAttribute("requests", stories.latest());
        return "audit/requests";
    }

    @GetMapping("/audit/requests/{requestKey}")
    String story(@PathVariable String requestKey, Model model) {
        RequestStories.Story story = stories.of(new Key(requestKey)).orElseThrow(NoSuchElementException::new);
        List<AuditEntry> entries = trail.about(story.subjects());
        model.addAttribute("story", story);
        model.addAttribute("entries", entries.stream().map(entry -> AuditLine.of(entry, story)).toList());
        model.addAttribute("instances", operate.of(story));
        return "audit/request";
    }

    /** What the ledger says of one thing, for the people whose task links here. */
    @GetMapping("/audit/subjects/{key}")
    String subject(@PathVariable String key, Model model) {
        model.addAttribute("entries", trail.about(List.of(new Key(key).value())).stream().map(AuditLine::of).toList());
        model.addAttribute("older", null);
        return "audit/ledger";
    }

    @GetMapping("/audit/ledger")
    String ledger(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<AuditEntry> entries = trail.latest(PAGE, before == null ? Long.MAX_VALUE : before);
        model.addAttribute("entries", entries.stream().map(AuditLine::of).toList());
        model.addAttribute("older", entries.size() < PAGE ? null : entries.getLast().seq());
        return "audit/ledger";
    }
}
