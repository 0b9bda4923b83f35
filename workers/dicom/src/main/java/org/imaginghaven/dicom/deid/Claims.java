package org.imaginghaven.dicom.deid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TagSet;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.dicom.policy.ConfidentialityTable;
import org.imaginghaven.dicom.policy.Option;
import org.imaginghaven.dicom.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What an output says of itself: who it stands for, what was done to it, and pixels as they now are. */
final class Claims {

    private static final TagSet OWN = TagSet.of(Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.PATIENT_IDENTITY_REMOVED,
            Tag.DEIDENTIFICATION_METHOD, Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
            Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);
    private static final String LOSSY = "1.2.840.10008.1.2.4.50 1.2.840.10008.1.2.4.51 1.2.840.10008.1.2.4.81 "
            + "1.2.840.10008.1.2.4.91 1.2.840.10008.1.2.4.203 ";

    private final List<Element> method;

    Claims(Deidentifier.Parts parts) {
        this.method = method(parts);
    }

    /**
     * The output's elements: those kept but for the claims, and the claims. Class and instance that only the meta header
     * names are written where they belong.
     *
     * @param instance new UID of the instance
     */
    Dataset complete(List<Element> kept, Dataset header, Dataset meta, String pseudonym, String instance,
            @Nullable EditedPixels edited) {
        boolean noClass = header.string(Tag.SOP_CLASS_UID, "").isEmpty();
        boolean noInstance = header.string(Tag.SOP_INSTANCE_UID, "").isEmpty();
        List<Element> all = new ArrayList<>(kept.size() + 8);
        for (Element element : kept) {
            boolean missing = noClass && element.tag() == Tag.SOP_CLASS_UID
                    || noInstance && element.tag() == Tag.SOP_INSTANCE_UID;
            if (!missing && !OWN.has(element.tag()) && (edited == null || !isReplaced(element.tag(), edited))) {
                all.add(element);
            }
        }
        List<Element> own = new ArrayList<>(method);
        own.add(text(Tag.PATIENT_NAME, Vr.PN, pseudonym));
        own.add(text(Tag.PATIENT_ID, Vr.LO, pseudonym));
        if (noClass) {
            own.add(text(Tag.SOP_CLASS_UID, Vr.UI, meta.string(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "")));
        }
        if (noInstance) {
            own.add(text(Tag.SOP_INSTANCE_UID, Vr.UI, instance));
        }
        if (edited != null) {
            pixels(own, header, meta, edited);
        }
        for (Element element : own) {
            insert(all, element);
        }
        return Dataset.of(all, header.characterSets());
    }

    private static void insert(List<Element> sorted, Element element) {
        int at = sorted.size();
        while (at > 0 && Integer.compareUnsigned(sorted.get(at - 1).tag(), element.tag()) > 0) {
            at--;
        }
        sorted.add(at, element);
    }

    private static Element text(int tag, Vr vr, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new Element.Value(tag, vr, bytes, 0, bytes.length, false);
    }

    private static List<Element> method(Deidentifier.Parts parts) {
        Policy policy = parts.policy();
        DatasetBuilder claim = Dataset.builder();
        claim.set(Tag.PATIENT_IDENTITY_REMOVED, parts.assumeCleanPixels() ? "NO" : "YES");
        claim.set(Tag.DEIDENTIFICATION_METHOD, "Imaging Haven",
                policy.name() + " " + policy.version() + " " + ConfidentialityTable.EDITION,
                parts.assumeCleanPixels() ? "PIXELS NOT CHECKED" : "PIXELS CHECKED");
        code(claim, "113100", "Basic Application Confidentiality Profile");
        for (Option option : Option.values()) {
            boolean pixels = option == Option.CLEAN_PIXELS;
            if (policy.has(option) && !(pixels && parts.assumeCleanPixels())) {
                code(claim, option.code(), option.meaning());
            }
        }
        claim.set(Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, policy.has(Option.FULL_DATES)
                ? "UNMODIFIED"
                : policy.has(Option.MODIFIED_DATES) ? "MODIFIED" : "REMOVED");
        List<Element> elements = new ArrayList<>();
        claim.build().forEach(elements::add);
        return elements;
    }

    private static void code(DatasetBuilder claim, String value, String meaning) {
        claim.item(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
                item -> item.set(0x00080100, value).set(0x00080102, "DCM").set(0x00080104, meaning));
    }

    private static boolean isReplaced(int tag, EditedPixels edited) {
        return tag == Tag.PIXEL_DATA || tag == Tag.BURNED_IN_ANNOTATION || tag == 0x7FE00001 || tag == 0x7FE00002
                || edited.decoded() && (tag == Tag.PHOTOMETRIC_INTERPRETATION || tag == Tag.PLANAR_CONFIGURATION
                        || tag == Tag.LOSSY_IMAGE_COMPRESSION);
    }

    private static void pixels(List<Element> all, Dataset header, Dataset meta, EditedPixels edited) {
        PixelFormat layout = edited.layout();
        all.add(edited.element());
        all.add(text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "NO"));
        if (edited.decoded()) {
            all.add(text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, layout.photometric()));
            if (layout.samples() > 1) {
                all.add(new Element.Value(Tag.PLANAR_CONFIGURATION, Vr.US, new byte[2], 0, 2, false));
            }
            boolean lossy = LOSSY.contains(meta.string(Tag.TRANSFER_SYNTAX_UID, "-") + " ");
            String before = header.string(Tag.LOSSY_IMAGE_COMPRESSION, "");
            if (lossy || !before.isEmpty()) {
                all.add(text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, lossy ? "01" : before));
            }
        }
    }
}
