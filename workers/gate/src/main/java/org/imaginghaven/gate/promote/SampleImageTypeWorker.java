package org.imaginghaven.gate.promote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.dicom.pixel.PixelTextFinder;
import org.imaginghaven.dicom.pixel.Pixels;
import org.imaginghaven.dicom.pixel.Rectangle;
import org.imaginghaven.gate.GateParts;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Makes pictures of some images of a class, with what looks like text boxed, and proposes a rule. */
public final class SampleImageTypeWorker implements Job<SampleImageTypeWorker.In, SampleImageTypeWorker.Out> {

    static final String PROPOSAL = "2-proposal";
    static final String IF_CLEAN = "When found clean";
    static final String IF_BLANK = "When regions are blanked";

    private static final String UNSURE = "could not be judged";
    private static final String UNSEEN = "not looked at: no text finder";
    private static final String SAYS_SO = "YES";

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    /** Variables out. */
    public record Out(int sampleCount, int imagesWithText) {
    }

    private final Promotions promotions;
    private final ImageTypeSamples samples;
    private final GateParts parts;
    private final int most;

    SampleImageTypeWorker(Promotions promotions, ImageTypeSamples samples, GateParts parts, int most) {
        this.promotions = promotions;
        this.samples = samples;
        this.parts = parts;
        this.most = most;
    }

    @Override
    public String type() {
        return "gate:sample-image-type:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) {
        long imageType = Long.parseLong(promotions.find(input.promotionKey()).subject());
        PixelProposal proposal = new PixelProposal();
        List<EvidenceItem> items = new ArrayList<>();
        for (Path file : samples.files(imageType, most)) {
            items.add(sample(file, String.format(Locale.ROOT, "3-sample-%03d", items.size()), proposal));
        }
        items.add(EvidenceItem.text("1-device", device(samples.device(imageType))));
        items.add(EvidenceItem.text(PROPOSAL, Map.of(IF_CLEAN, proposal.ifClean(), IF_BLANK, proposal.ifBlank())));
        promotions.keepEvidence(input.promotionKey(), items,
                AuditEvent.bySystem(type(), "image-type-sampled", input.promotionKey(),
                        Map.of("samples", "" + proposal.samples(), "withText", "" + proposal.withText(), "unreadable",
                                "" + proposal.unreadable())));
        return new Out(proposal.samples(), proposal.withText());
    }

    private static Map<String, String> device(ImageTypeSamples.Device device) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("Modality", device.modality());
        content.put("Manufacturer", device.manufacturer());
        content.put("Model", device.model());
        content.put("Software", device.software());
        content.put("Image type", device.imageType());
        return content;
    }

    private EvidenceItem sample(Path path, String item, PixelProposal proposal) {
        try (DicomFile file = DicomFile.read(path)) {
            Dataset header = file.dataset();
            Pixels pixels = FilePixels.of(file, parts.decoder());
            String verdict = UNSEEN;
            List<Rectangle> boxes = List.of();
            if (parts.finder() != null) {
                PixelTextFinder.Finding finding = parts.finder().look(header, pixels, Set.of());
                boxes = boxes(finding);
                verdict = verdict(finding);
            }
            boolean regions = header.has(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS);
            switch (verdict) {
                case UNSURE -> proposal.addUnreadable();
                case UNSEEN -> proposal.addUnseen(regions);
                default -> proposal.add(regions, boxes);
            }
            if (SAYS_SO.equals(header.string(Tag.BURNED_IN_ANNOTATION))) {
                proposal.countAsText(boxes);
            }
            int shown = pixels.format().frames() / 2;
            return new EvidenceItem(item,
                    Map.of("Text", verdict, "Frames", "" + pixels.format().frames(), "Size",
                            pixels.format().columns() + " x " + pixels.format().rows()),
                    SamplePicture.png(pixels.format(), pixels.frame(shown), boxes));
        } catch (IOException | RuntimeException e) {
            // an image nobody can look at is told to the reviewer and never counts as clean
            proposal.addUnreadable();
            return EvidenceItem.text(item, Map.of("Text", "could not be shown"));
        }
    }

    private static List<Rectangle> boxes(PixelTextFinder.Finding finding) {
        return switch (finding) {
            case PixelTextFinder.Finding.Boxes found ->
                found.byFrame().values().stream().flatMap(List::stream).distinct().toList();
            case PixelTextFinder.Finding.Clean clean -> List.of();
            case PixelTextFinder.Finding.Unsure unsure -> List.of();
        };
    }

    private static String verdict(PixelTextFinder.Finding finding) {
        return switch (finding) {
            case PixelTextFinder.Finding.Boxes found -> "found, see the boxes";
            case PixelTextFinder.Finding.Clean clean -> "none found";
            case PixelTextFinder.Finding.Unsure unsure -> UNSURE;
        };
    }
}
