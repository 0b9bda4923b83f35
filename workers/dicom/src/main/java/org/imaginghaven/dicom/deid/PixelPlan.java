package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.dicom.pixel.FrameEdit;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.dicom.pixel.PixelTextFinder.Finding;
import org.imaginghaven.dicom.pixel.Rectangle;

/** What is to be done to the pixels of one file, decided by rules first and by looking second. */
sealed interface PixelPlan {

    /** No pixels, or none that anything is done to. */
    record Untouched() implements PixelPlan {
    }

    /** Frames are edited and written uncompressed. */
    record Edited(FilePixels pixels, FrameEdit edit) implements PixelPlan {
    }

    /** Nobody vouches for the image. */
    record Held(Outcome.Reason reason, String detail) implements PixelPlan {
    }

    static PixelPlan of(DicomFile file, Deidentifier.Parts parts, Set<String> known) throws IOException {
        Dataset header = file.dataset();
        boolean pixels = header.has(Tag.PIXEL_DATA);
        if (parts.assumeCleanPixels()
                || !pixels && !header.has(Tag.FLOAT_PIXEL_DATA) && !header.has(Tag.DOUBLE_FLOAT_PIXEL_DATA)) {
            return new Untouched();
        }
        PixelRules.Rule rule = parts.pixelRules().match(header);
        if (rule == null) {
            return new Held(Outcome.Reason.NO_PIXEL_RULE, "no rule holds for this class of image");
        }
        PixelRules.Action action = rule.action();
        if (action instanceof PixelRules.Action.Hold
                || action instanceof PixelRules.Action.Look && parts.finder() == null) {
            return new Held(Outcome.Reason.PIXEL_RULE, "rule " + rule.name());
        }
        if (!pixels) {
            return new Untouched();
        }
        PixelFormat format = PixelFormat.of(header, file.syntax());
        if (!format.isSound()) {
            return new Held(Outcome.Reason.PIXELS_UNSOUND, "sizes or bits of group 0028");
        }
        try {
            return edited(file, FilePixels.of(file, parts.decoder()), action, parts, known);
        } catch (DicomException e) {
            return new Held(Outcome.Reason.PIXELS_UNSOUND, e.getMessage());
        }
    }

    private static PixelPlan edited(DicomFile file, FilePixels pixels, PixelRules.Action action,
            Deidentifier.Parts parts, Set<String> known) throws IOException {
        Dataset header = file.dataset();
        PixelFormat format = pixels.format();
        Map<Integer, List<Rectangle>> boxes = new HashMap<>(boxes(action, header, format));
        boolean decodable = !format.encapsulated() || parts.decoder().decodes(format);
        boolean proved = action instanceof PixelRules.Action.Clean clean && clean.proved();
        if (parts.finder() != null && !proved) {
            if (!decodable) {
                return new Held(Outcome.Reason.NO_DECODER, "transfer syntax " + format.transferSyntax());
            }
            Finding finding;
            try {
                finding = parts.finder().look(header, pixels, known);
            } catch (DicomException e) {
                throw e;
            } catch (IOException e) {
                return new Held(Outcome.Reason.NO_DECODER, "transfer syntax " + format.transferSyntax());
            }
            switch (finding) {
                case Finding.Clean c -> {
                }
                case Finding.Boxes found -> found.byFrame().forEach(
                        (frame, more) -> boxes.merge(frame, more, (a, b) -> {
                            List<Rectangle> both = new ArrayList<>(a);
                            both.addAll(b);
                            return both;
                        }));
                case Finding.Unsure unsure -> {
                    return new Held(Outcome.Reason.PIXELS_UNSURE, unsure.reason());
                }
            }
        }
        FrameEdit edit = new FrameEdit(boxes, hidesOverlay(header, format));
        if (edit.isNothing()) {
            return new Untouched();
        }
        if (!decodable) {
            return new Held(Outcome.Reason.NO_DECODER, "transfer syntax " + format.transferSyntax());
        }
        if (format.bitsAllocated() == 1 && format.frames() > 1) {
            return new Held(Outcome.Reason.PIXELS_UNSOUND, "frames of single bits are not edited");
        }
        return format.frameBytes() * format.frames() > 0xFFFFFFF0L
                ? new Held(Outcome.Reason.PIXELS_UNSOUND, "more than 4 GiB uncompressed")
                : new Edited(pixels, edit);
    }

    private static Map<Integer, List<Rectangle>> boxes(PixelRules.Action action, Dataset header, PixelFormat format) {
        Map<Integer, List<Rectangle>> boxes = new HashMap<>();
        switch (action) {
            case PixelRules.Action.Blank blank -> {
                for (PixelRules.Box box : blank.boxes()) {
                    boxes.computeIfAbsent(box.frame() - 1, none -> new ArrayList<>())
                            .add(box.in(format.columns(), format.rows()));
                }
            }
            case PixelRules.Action.Regions regions -> boxes.put(-1,
                    regions.keep() ? outside(regions(header), format) : regions(header));
            case PixelRules.Action.Clean c -> {
            }
            case PixelRules.Action.Look l -> {
            }
            case PixelRules.Action.Hold h -> {
            }
        }
        return boxes;
    }

    private static List<Rectangle> regions(Dataset header) {
        List<Rectangle> regions = new ArrayList<>();
        for (Dataset region : header.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)) {
            int x = region.integer(0x00186018, 0);
            int y = region.integer(0x0018601A, 0);
            regions.add(new Rectangle(x, y, region.integer(0x0018601C, 0) - x + 1,
                    region.integer(0x0018601E, 0) - y + 1));
        }
        return regions;
    }

    /** Rows of rectangles that cover what no region covers. */
    private static List<Rectangle> outside(List<Rectangle> regions, PixelFormat format) {
        List<Rectangle> gaps = new ArrayList<>();
        java.util.TreeSet<Integer> edges = new java.util.TreeSet<>(Set.of(0, format.rows()));
        List<Rectangle> inside = regions.stream().map(r -> r.within(format.columns(), format.rows())).toList();
        inside.forEach(r -> edges.addAll(List.of(r.y(), r.y() + r.height())));
        int top = 0;
        for (int bottom : edges.tailSet(1)) {
            int row = top;
            int left = 0;
            List<Rectangle> across = inside.stream().filter(r -> r.y() <= row && row < r.y() + r.height())
                    .sorted(java.util.Comparator.comparingInt(Rectangle::x)).toList();
            for (Rectangle region : across) {
                if (region.x() > left) {
                    gaps.add(new Rectangle(left, top, region.x() - left, bottom - top));
                }
                left = Math.max(left, region.x() + region.width());
            }
            if (left < format.columns()) {
                gaps.add(new Rectangle(left, top, format.columns() - left, bottom - top));
            }
            top = bottom;
        }
        return gaps;
    }

    /** Overlays of old files lie in the unused bits of the samples: a group without data whose bit position is above 0. */
    private static boolean hidesOverlay(Dataset header, PixelFormat format) {
        if (format.bitsAllocated() != 16 || format.bitsStored() == 16) {
            return false;
        }
        for (Element element : header) {
            if (Tag.isOverlay(element.tag()) && Tag.element(element.tag()) == 0x0102
                    && (header.integer(element.tag(), 0) > 0 || !header.has(element.tag() & 0xFFFF0000 | 0x3000))) {
                return true;
            }
        }
        return false;
    }
}
