package org.imaginghaven.gate.promote;

import java.util.Map;
import java.util.Objects;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.nlp.TextDetectors;

/** Looks at every value a tag has and prepares the reviewer's page, without a value that could be somebody's. */
public final class ProfileTagWorker implements Job<ProfileTagWorker.In, ProfileTagWorker.Out> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    /** Variables out. */
    public record Out(boolean freeText, int detectorHits, int distinctValues, int valueCount) {
    }

    private final Promotions promotions;
    private final TagValues values;
    private final TextDetectors detectors;
    private final ValueStandards standards;

    ProfileTagWorker(Promotions promotions, TagValues values, TextDetectors detectors, ValueStandards standards) {
        this.promotions = promotions;
        this.values = values;
        this.detectors = detectors;
        this.standards = standards;
    }

    @Override
    public String type() {
        return "gate:profile-tag:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) {
        String keyword = promotions.find(input.promotionKey()).subject();
        Vr vr = Dictionary.vr(Objects.requireNonNull(Dictionary.tag(keyword)));
        TagProfile profile = new TagProfile(vr == null ? Vr.UN : vr, detectors, standards.of(keyword));
        boolean cut = values.forEach(keyword, profile::add);
        promotions.keepEvidence(input.promotionKey(), profile.evidence(keyword, cut),
                AuditEvent.bySystem(type(), "tag-profiled", input.promotionKey(),
                        Map.of("distinctValues", "" + profile.distinct(), "detectorHits", "" + profile.hits())));
        return new Out(profile.freeText(), profile.hits(), profile.distinct(), profile.files());
    }
}
