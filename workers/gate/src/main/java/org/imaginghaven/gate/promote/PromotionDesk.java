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
import org.imaginghaven.nlp.TextDetectors;
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
    private final GateParts parts;
    private final int sampleImages;

    public PromotionDesk(ZoneDatabase database, GateSettings settings, GateParts parts, InventoryIndex index) {
        this.promotions = new JdbcPromotions(database);
        this.values = new JdbcTagValues(database, new KnownPatients(database));
        this.samples = new JdbcImageTypeSamples(database);
        this.standards = new ValueStandards(TextDetectors.standard());
        this.inventory = new JdbcInventory(database, index, standards);
        this.parts = parts;
        this.sampleImages = settings.sampleImages();
    }

    public List<Job<?, ?>> jobs() {
        return List.of(new ProfileTagWorker(promotions, values, TextDetectors.standard(), standards),
                new ActivateTagWorker(promotions), new RefuseTagWorker(promotions),
                new SampleImageTypeWorker(promotions, samples, parts, sampleImages),
                new ActivatePixelRuleWorker(promotions), new RefuseImageTypeWorker(promotions),
                new RefreshInventoryWorker(inventory));
    }

    public Inventory inventory() {
        return inventory;
    }

    /**
     * Proposes the next version of a tag.
     *
     * @param keyword of the DICOM dictionary, for example {@code BodyPartExamined}
     * @throws IllegalArgumentException with a sentence for the person
     */
    public Key proposeTag(String keyword, String username) {
        if (Dictionary.tag(keyword) == null) {
            throw new IllegalArgumentException(
                    "There is no such tag. Give a keyword of the DICOM dictionary, such as BodyPartExamined.");
        }
        promotions.openTag(keyword).ifPresent(open -> {
            throw new IllegalArgumentException("This tag is being reviewed already: " + open + ".");
        });
        Key key = Key.random(Key.Kind.PROMOTION);
        promotions.proposeTag(key, keyword, username,
                new AuditEvent(username, "tag-proposed", key.value(), null, Map.of("keyword", keyword)));
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
