package org.imaginghaven.gate.promote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.gate.GateParts;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.gate.KnownPatients;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.nlp.report.Lexicon;
import org.imaginghaven.schema.ZoneDatabase;

/** Where people propose tags and classes of image and look at the evidence, and where the workers of the verb come from. */
public final class PromotionDesk {

    /** Held by whoever changes the inventory or the index. */
    public static final String INVENTORY_LOCK = "inventory";

    private final Promotions promotions;
    private final TagValues values;
    private final ImageTypeSamples samples;
    private final Inventory inventory;
    private final ValueStandards standards;
    private final ReportReadings readings;
    private final RuleStore rules;
    private final StoreTexts texts;
    private final ActiveRules active;
    private final Lexicon lexicon = Lexicon.standard();
    private final GateParts parts;
    private final int sampleImages;

    public PromotionDesk(ZoneDatabase database, GateSettings settings, GateParts parts, InventoryIndex index) {
        this.promotions = new JdbcPromotions(database);
        this.values = new JdbcTagValues(database, new KnownPatients(database));
        this.samples = new JdbcImageTypeSamples(database);
        this.rules = new JdbcRuleStore(database);
        this.texts = new JdbcStoreTexts(database);
        this.active = new ActiveRules(rules);
        this.standards = new ValueStandards(active::detectors);
        this.readings = new JdbcReportReadings(database);
        this.inventory = new JdbcInventory(database, index, standards, readings);
        this.parts = parts;
        this.sampleImages = settings.sampleImages();
    }

    public List<Job<?, ?>> jobs() {
        return List.of(new ProfileTagWorker(promotions, values, active, standards, readings),
                new ActivateTagWorker(promotions), new RefusePromotionWorker(promotions, "tag"),
                new SampleImageTypeWorker(promotions, samples, parts, sampleImages),
                new ActivatePixelRuleWorker(promotions), new RefusePromotionWorker(promotions, "image-type"),
                new RefreshInventoryWorker(inventory), new PreviewRuleWorker(promotions, rules, active, texts),
                new ActivateRuleWorker(rules), new RefusePromotionWorker(promotions, "rule"));
    }

    public Inventory inventory() {
        return inventory;
    }

    /**
     * Proposes the next version of a tag, or of a finding that reports are searched by.
     *
     * @param keyword of the DICOM dictionary, for example {@code BodyPartExamined}, or a concept of the radiology lexicon,
     *        for example {@code ReportFinding:pneumonia}
     * @throws IllegalArgumentException with a sentence for the person
     */
    public Key proposeTag(String keyword, String username) {
        boolean known = ReportFinding.ofSubject(keyword).map(finding -> lexicon.has(finding.concept()))
                .orElseGet(() -> Dictionary.tag(keyword) != null);
        if (!known) {
            throw new IllegalArgumentException("There is no such tag. Give a keyword of the DICOM dictionary, such as "
                    + "BodyPartExamined, or a finding of the lexicon, such as ReportFinding:pneumonia.");
        }
        promotions.openTag(keyword).ifPresent(open -> {
            throw new IllegalArgumentException("This tag is being reviewed already: " + open + ".");
        });
        Key key = Key.random(Key.Kind.PROMOTION);
        promotions.proposeTag(key, keyword, username,
                new AuditEvent(username, "tag-proposed", key.value(), null, Map.of("keyword", keyword)));
        return key;
    }

    /**
     * Proposes a rule about what identifies, or the next version of one of the same name. Its examples are tried at once.
     *
     * @param rule as JSON, as in {@code identifiability-rules.json} but without an author, who is the person
     * @throws IllegalArgumentException with a sentence for the person
     */
    public Key proposeRule(String rule, String username) {
        ProposedRule proposed = ProposedRule.of(rule, username);
        Key key = Key.random(Key.Kind.PROMOTION);
        rules.propose(key, proposed.name(), proposed.content(), username, new AuditEvent(username, "rule-proposed",
                key.value(), null, Map.of("action", proposed.action())));
        return key;
    }

    /** Proposes every class of image nobody proposed before. */
    public List<Key> proposeImageTypes(String username) {
        List<Key> proposed = new ArrayList<>();
        for (long imageType : promotions.imageTypesWithoutPromotion()) {
            Key key = Key.random(Key.Kind.PROMOTION);
            promotions.proposeImageType(key, imageType, username,
                    new AuditEvent(username, "image-type-proposed", key.value(), null, Map.of()));
            proposed.add(key);
        }
        return proposed;
    }

    /** What the reviewer of a promotion looks at. */
    public PromotionEvidence evidence(Key promotion) {
        Promotions.Promotion found = promotions.find(promotion);
        return new PromotionEvidence(promotion, found.kind(), found.state(), found.version(),
                promotions.evidence(promotion));
    }

    /** A promotion and its evidence. */
    public record PromotionEvidence(Key promotionKey, String kind, String state, int version,
            List<EvidenceItem> items) {
    }
}
