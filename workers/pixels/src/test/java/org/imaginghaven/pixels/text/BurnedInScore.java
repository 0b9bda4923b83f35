package org.imaginghaven.pixels.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.dicom.pixel.PixelTextFinder.Finding;
import org.imaginghaven.dicom.pixel.Pixels;
import org.imaginghaven.dicom.pixel.Rectangle;

/**
 * Measures, over generated frames, how many identifying boxes are covered or their image held back, and how many clean
 * images are changed or held back. Run as a program: {@code BurnedInScore SEED FRAMES_A_KIND [KIND ...]}; the build runs a few.
 */
final class BurnedInScore {

    static final double COVERED = 0.98;

    record Row(int boxes, int covered, int held, int images, int heldImages, int changedElsewhere) {

        Row plus(Row r) {
            return new Row(boxes + r.boxes, covered + r.covered, held + r.held, images + r.images,
                    heldImages + r.heldImages, changedElsewhere + r.changedElsewhere);
        }

        double safe() {
            return boxes == 0 ? 1 : (covered + held) / (double) boxes;
        }
    }

    private BurnedInScore() {
    }

    public static void main(String[] args) throws IOException {
        try (PixelTextReader reader = PixelTextReader.open()) {
            List<FrameGenerator.Kind> kinds = args.length > 2
                    ? Stream.of(args).skip(2).map(FrameGenerator.Kind::valueOf).toList()
                    : List.of(FrameGenerator.Kind.values());
            Map<FrameGenerator.Kind, Row> rows = measure(reader, Long.parseLong(args[0]), Integer.parseInt(args[1]),
                    kinds);
            Row all = new Row(0, 0, 0, 0, 0, 0);
            for (Map.Entry<FrameGenerator.Kind, Row> row : rows.entrySet()) {
                System.out.printf(Locale.ROOT, "%-18s %s safe %.3f%n", row.getKey(), row.getValue(),
                        row.getValue().safe());
                all = all.plus(row.getKey() == FrameGenerator.Kind.CLEAN ? new Row(0, 0, 0, 0, 0, 0) : row.getValue());
            }
            System.out.printf(Locale.ROOT, "all with text      %s safe %.4f%n", all, all.safe());
        }
    }

    static Map<FrameGenerator.Kind, Row> measure(PixelTextReader reader, long seed, int each,
            List<FrameGenerator.Kind> kinds) throws IOException {
        FrameGenerator generator = new FrameGenerator(seed);
        Map<FrameGenerator.Kind, Row> rows = new EnumMap<>(FrameGenerator.Kind.class);
        for (FrameGenerator.Kind kind : kinds) {
            Row row = new Row(0, 0, 0, 0, 0, 0);
            for (int i = 0; i < each; i++) {
                row = row.plus(score(reader, generator.next(kind)));
            }
            rows.put(kind, row);
        }
        return rows;
    }

    private static Row score(PixelTextReader reader, FrameGenerator.Sample sample) throws IOException {
        GrayFrame first = sample.frames().get(0);
        PixelFormat format = new PixelFormat("1.2.840.10008.1.2.1", first.height(), first.width(), 1, "MONOCHROME2", 0,
                8, 8, 7, false, sample.frames().size(), false, false);
        Pixels pixels = new Pixels() {
            @Override
            public PixelFormat format() {
                return format;
            }

            @Override
            public byte[] frame(int index) {
                return sample.frames().get(index).pixels();
            }
        };
        Finding finding = new BlankingTextFinder(reader).look(Dataset.builder().build(), pixels, Set.of());
        int boxes = sample.truth().size();
        return switch (finding) {
            case Finding.Clean c -> new Row(boxes, 0, 0, 1, 0, 0);
            case Finding.Unsure u -> new Row(boxes, 0, boxes, 1, 1, 0);
            case Finding.Boxes found -> {
                List<Box> here = new ArrayList<>();
                for (Rectangle r : found.byFrame().getOrDefault(sample.textFrame(), List.of())) {
                    here.add(new Box(r.x(), r.y(), r.width(), r.height()));
                }
                int covered = (int) sample.truth().stream().filter(t -> covered(t, here) >= COVERED).count();
                boolean elsewhere = found.byFrame().entrySet().stream()
                        .anyMatch(e -> e.getKey() != sample.textFrame() && !e.getValue().isEmpty())
                        || here.stream().anyMatch(b -> sample.truth().stream().noneMatch(t -> t.overlap(b) > 0));
                yield new Row(boxes, covered, 0, 1, 0, elsewhere ? 1 : 0);
            }
        };
    }

    private static double covered(Box truth, List<Box> boxes) {
        int hit = 0;
        for (int y = truth.y(); y < truth.bottom(); y++) {
            for (int x = truth.x(); x < truth.right(); x++) {
                for (Box b : boxes) {
                    if (x >= b.x() && x < b.right() && y >= b.y() && y < b.bottom()) {
                        hit++;
                        break;
                    }
                }
            }
        }
        return hit / (double) truth.area();
    }
}
