package org.imaginghaven.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.imaginghaven.app.engine.ProcessStarter.EngineAway;
import org.imaginghaven.nlp.FindingKind;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an analyst turns what the detectors found, or missed, into a rule; two people then review it in the task list. */
@Controller
@Profile("gate")
class RulePages {

    private static final String PAGE = "promotions/rule";

    private final PromotionStarts starts;

    RulePages(PromotionStarts starts) {
        this.starts = starts;
    }

    @GetMapping("/promotions/rules/new")
    String blank(Model model) {
        return page(RuleDraft.empty(), model);
    }

    @PostMapping("/promotions/rules")
    String propose(@ModelAttribute RuleDraft draft, Principal person, Model model, HttpServletResponse answer) {
        try {
            return "redirect:/evidence/rules/" + starts.rule(draft.json(), person.getName()).promotionKey();
        } catch (IllegalArgumentException refusal) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", refusal.getMessage());
        } catch (EngineAway away) {
            answer.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("problem", away.getMessage());
        }
        return page(draft, model);
    }

    private static String page(RuleDraft draft, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("allKinds", FindingKind.values());
        return PAGE;
    }
}
