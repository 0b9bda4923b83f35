package org.imaginghaven.pixels.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.pixels.text.Box;

/**
 * Proposes rectangle rules from the findings in many images of one device: where text came again and again, a rectangle that
 * covers all of it. A person reviews and signs them; nothing here takes effect by itself.
 */
public final class RuleProposal {

    /** Images of a device needed before its habits can be told from chance. */
    private static final int LEAST_IMAGES = 3;
    /** Part of a device's images in which text must stand at a place for it to become a rectangle. */
    private static final double LEAST_SHARE = 0.2;
    private static final int MARGIN = 6;

    private record Device(PixelRules.ImageType type, int rows, int columns) {
    }

    private final Map<Device, List<List<Box>>> images = new LinkedHashMap<>();

    /** Takes one image's findings, none too: an image without text counts against a rule. */
    public synchronized void add(PixelRules.ImageType type, int rows, int columns, List<Box> boxes) {
        images.computeIfAbsent(new Device(type, rows, columns), k -> new ArrayList<>()).add(List.copyOf(boxes));
    }

    /** Rules in the form that {@link PixelRules#parse} reads, each with a comment that says how many images speak for it. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Map.Entry<Device, List<List<Box>>> entry : images.entrySet()) {
            List<Box> places = places(entry.getKey(), entry.getValue());
            if (places.isEmpty()) {
                continue;
            }
            number++;
            lines.add(String.format(Locale.ROOT, "# from %d images of %d x %d pixels", entry.getValue().size(),
                    entry.getKey().columns(), entry.getKey().rows()));
            StringBuilder rule = new StringBuilder("rule proposed-" + number + ": blank");
            for (Box box : places) {
                rule.append(' ').append(box.x()).append(',').append(box.y()).append(',').append(box.width()).append(',')
                        .append(box.height());
            }
            lines.add(rule.append(" when ").append(condition(entry.getKey())).toString());
        }
        return lines;
    }

    private static List<Box> places(Device device, List<List<Box>> images) {
        if (images.size() < LEAST_IMAGES) {
            return List.of();
        }
        List<Box> places = new ArrayList<>();
        for (List<Box> image : images) {
            for (Box box : image) {
                places.add(box.grown(MARGIN, device.columns(), device.rows()));
            }
        }
        boolean again = true;
        while (again) {
            again = join(places);
        }
        places.removeIf(place -> images.stream().filter(image -> image.stream().anyMatch(b -> b.overlap(place) > 0))
                .count() < LEAST_SHARE * images.size());
        return places;
    }

    private static boolean join(List<Box> places) {
        for (int i = 0; i < places.size(); i++) {
            for (int k = i + 1; k < places.size(); k++) {
                if (places.get(i).overlap(places.get(k)) > 0) {
                    places.set(i, places.get(i).union(places.remove(k)));
                    return true;
                }
            }
        }
        return false;
    }

    private static String condition(Device device) {
        List<String> parts = new ArrayList<>();
        PixelRules.ImageType type = device.type();
        add(parts, "Modality", type.modality());
        add(parts, "Manufacturer", type.manufacturer());
        add(parts, "ManufacturerModelName", type.model());
        parts.add("Rows = " + device.rows());
        parts.add("Columns = " + device.columns());
        return String.join(" and ", parts);
    }

    private static void add(List<String> parts, String keyword, String value) {
        if (!value.isBlank() && value.indexOf('"') < 0) {
            parts.add(keyword + " = \"" + value + "\"");
        }
    }
}
