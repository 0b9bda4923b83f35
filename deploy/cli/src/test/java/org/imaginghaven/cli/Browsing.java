package org.imaginghaven.cli;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.Tasklist;

/** People at the pages of a running stack, in headless Chromium; each leaves a picture of what they saw. */
final class Browsing implements AutoCloseable {

    private static final List<String> SWITCHES = List.of("--no-sandbox", "--disable-gpu",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;
    private final LocalStack stack;
    private final Path pictures;

    private Browsing(Playwright playwright, Browser browser, LocalStack stack, Path pictures) {
        this.playwright = playwright;
        this.browser = browser;
        this.stack = stack;
        this.pictures = pictures;
    }

    static Optional<Path> chromium() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    static Browsing open(LocalStack stack, Path pictures) throws Exception {
        Files.createDirectories(pictures);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium().orElseThrow()).setHeadless(true).setArgs(SWITCHES));
        return new Browsing(playwright, browser, stack, pictures);
    }

    /** An analyst finds a tag's review in the list, takes it, fills the form in and completes it. */
    void reviewerCompletesATaskInTasklist() {
        Page page = page();
        page.navigate(stack.ports().address(Part.WEBAPPS) + "/tasklist");
        page.fill("input[name=username]", "analyst1");
        page.fill("input[name=password]", "analyst1");
        page.keyboard().press("Enter");
        // the walk leaves two tags to review; both are there once their values have been profiled
        page.waitForCondition(() -> reviews() >= 2);
        long before = reviews();
        page.getByText("Review tag").first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Assign to me")).click();
        page.getByText(Pattern.compile("Free text: (yes|no)")).waitFor();
        // the radio button itself lies hidden behind its label
        page.getByText("Refuse the tag").click();
        page.locator("textarea").first().fill("Free text, written by hand at the scanner.");
        shoot(page, "tasklist.png");
        Locator complete = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete Task"));
        complete.click();
        page.waitForCondition(() -> reviews() == before - 1);
        page.context().close();
    }

    private long reviews() {
        Tasklist analyst = stack.tasklist("analyst1");
        return analyst.openTasks("review-tag").size();
    }

    /** A coordinator signs in to the search page, chooses a modality, sees counts and asks for access. */
    void coordinatorSearchesAndAsksForAccess() {
        Page page = page();
        page.navigate(stack.ports().address(Part.SEARCH) + "/");
        signIn(page, "coordinator1");
        page.check("input[name=modality][value=CT]");
        page.waitForSelector(".haven-chip");
        shoot(page, "search.png");
        page.fill("#title", "Chest CT after a browser's visit");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Request access")).click();
        page.waitForURL("**/requests/**");
        shoot(page, "requested.png");
        page.context().close();
    }

    /** An auditor opens the newest request and reads its timeline. */
    void auditorReadsARequestsStory() {
        Page page = page();
        page.navigate(stack.ports().address(Part.APP) + "/audit");
        signIn(page, "auditor1");
        page.getByText("Nodules on routine imaging").last().click();
        page.waitForSelector(".haven-timeline__item");
        page.getByText("Package released").first().waitFor();
        shoot(page, "audit.png");
        page.context().close();
    }

    /** An analyst signs in to the app and opens pages of evidence, the way that the forms' links lead there. */
    Map<String, String> analystReadsTheEvidence(Map<String, String> pathsByName) {
        Map<String, String> texts = new LinkedHashMap<>();
        Page page = page();
        page.navigate(stack.ports().address(Part.APP) + "/audit");
        signIn(page, "analyst1");
        pathsByName.forEach((name, path) -> {
            Response answer = page.navigate(stack.ports().address(Part.APP) + path);
            texts.put(name, answer.status() + " " + page.locator("main").innerText());
            shoot(page, "evidence-" + name + ".png");
        });
        page.context().close();
        return texts;
    }

    /**
     * An analyst writes a rule, leaves something out, is told so, mends it and reads what it would have changed.
     *
     * @return what the page said of the mistake, and the evidence of the rule
     */
    List<String> analystProposesARule() {
        Page page = page();
        page.navigate(stack.ports().address(Part.APP) + "/promotions/rules/new");
        signIn(page, "analyst1");
        page.fill("#name", "projections-are-no-names");
        page.fill("#columns", "SeriesDescription, StudyDescription");
        page.check("#kind-PATIENT_NAME");
        page.fill("#value", "(?i)merchant|swimmer");
        page.fill("#must", "SeriesDescription: shoulder [[Swimmer]] view");
        page.fill("#reason", "Projections are named after people at work and at play");
        Locator propose = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Propose the rule"));
        propose.click();
        String problem = page.locator(".govuk-error-summary").innerText();
        page.fill("#mustNot", "PatientComments: saw [[Swimmer]] today");
        shoot(page, "rule.png");
        propose.click();
        page.waitForURL("**/evidence/rules/**");
        page.waitForCondition(() -> {
            page.reload();
            return page.getByText("What it would have changed").count() > 0;
        });
        shoot(page, "evidence-rule.png");
        String evidence = page.locator("main").innerText();
        page.context().close();
        return List.of(problem, evidence);
    }

    private static void signIn(Page page, String person) {
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", person);
        page.keyboard().press("Enter");
        // the form is still shown, and counts as loaded, until the next page begins
        page.locator("input[name=password]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForLoadState();
    }

    private Page page() {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900)).newPage();
    }

    private void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name)).setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
