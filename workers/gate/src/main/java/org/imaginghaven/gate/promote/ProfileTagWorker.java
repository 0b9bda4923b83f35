package org.imaginghaven.gate.promote;

import java.util.Map;
import java.util.Objects;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.nlp.report.FindingPrecision;
import org.imaginghaven.nlp.report.Lexicon;

/**
 * Looks at every value a tag has, or at how reports speak of a finding, and prepares the reviewer's page, without a value that
 * could be somebody's.
 */
public final class ProfileTagWorker implements Job<ProfileTagWorker.In, ProfileTagWorker.Out> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    /** Variables out. */
    public record Out(boolean freeText, int detectorHits, int distinctValues, int valueCount) {
    }

    private final Promotions promotions;
    private final TagValues values;
    private final ActiveRules rules;
    private final ValueStandards standards;
    private final ReportReadings readings;
    private final Lexicon lexicon = Lexicon.standard();

    ProfileTagWorker(Promotions promotions, TagValues values, ActiveRules rules, ValueStandards standards,
            ReportReadings readings) {
        this.promotions = promotions;
        this.values = values;
        this.rules = rules;
        this.standards = standards;
        this.readings = readings;
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
        String subject = promotions.find(input.promotionKey()).subject();
        return ReportFinding.ofSubject(subject).map(finding -> finding(input.promotionKey(), finding))
                .orElseGet(() -> tag(input.promotionKey(), subject));
    }

    /** Its values are the three standings of a fixed vocabulary. */
    private Out finding(Key promotion, ReportFinding finding) {
        readings.readNew("system:" + type());
        FindingProfile profile = new FindingProfile(lexicon.concept(finding.concept()), readings.coverage(),
                readings.uses(finding.concept()));
        promotions.keepEvidence(promotion, profile.evidence(FindingPrecision.measured()),
                AuditEvent.bySystem(type(), "finding-profiled", promotion, Map.of("reports", "" + profile.reports())));
        return new Out(false, 0, profile.uses().size(), profile.reports());
    }

    private Out tag(Key promotion, String keyword) {
        Vr vr = Dictionary.vr(Objects.requireNonNull(Dictionary.tag(keyword)));
        TagProfile profile = new TagProfile(keyword, vr == null ? Vr.UN : vr, rules.detectors(), standards.of(keyword));
        boolean cut = values.forEach(keyword, profile::add);
        promotions.keepEvidence(promotion, profile.evidence(cut),
                AuditEvent.bySystem(type(), "tag-profiled", promotion,
                        Map.of("distinctValues", "" + profile.distinct(), "detectorHits", "" + profile.hits())));
        return new Out(profile.freeText(), profile.hits(), profile.distinct(), profile.files());
    }
}
