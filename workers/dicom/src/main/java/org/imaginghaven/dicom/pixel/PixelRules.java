package org.imaginghaven.dicom.pixel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.policy.Condition;
import org.imaginghaven.dicom.policy.PolicyException;
import org.jspecify.annotations.Nullable;

/**
 * Which classes of image are clean, which are blanked where, and which are held back. The first rule whose condition holds
 * decides; an image that none holds for is quarantined.
 *
 * <p>A line is {@code rule NAME: ACTION when CONDITION}; the action is {@code clean}, {@code proved} (clean, and need not be
 * looked at), {@code look} (what a text finder finds is blanked; without a finder the image is held), {@code hold},
 * {@code keep-regions} (ultrasound: blank all outside the regions), {@code blank-regions}, or {@code blank BOX BOX...};
 * a box is {@code x,y,w,h} in pixels, a negative x or y counts from the far edge, w or h {@code *} reaches to the edge,
 * and {@code @n} behind it means only frame n (from 1).
 */
public final class PixelRules {

    /** What the promotion of image types is about: the elements that make a class. */
    public record ImageType(String modality, String manufacturer, String model, String software, String imageType) {
    }

    /** What a rule says. */
    public sealed interface Action {

        /**
         * Nothing is in the pixels.
         *
         * @param proved by an image type promotion, so that a finder need not look again
         */
        record Clean(boolean proved) implements Action {
        }

        /** What a finder finds goes; without a finder nobody vouches. */
        record Look() implements Action {
        }

        /** Nobody vouches for these. */
        record Hold() implements Action {
        }

        /** Only what lies in the ultrasound regions stays (or goes). */
        record Regions(boolean keep) implements Action {
        }

        /** These boxes go. */
        record Blank(List<Box> boxes) implements Action {
        }
    }

    /**
     * A box of a rule.
     *
     * @param frame from 1; 0 for every frame
     */
    public record Box(int x, int y, int width, int height, int frame) {

        /** In pixels of a frame of that size. */
        public Rectangle in(int columns, int rows) {
            int left = x < 0 ? columns + x : x;
            int top = y < 0 ? rows + y : y;
            return new Rectangle(left, top, width < 0 ? columns - left : width, height < 0 ? rows - top : height)
                    .within(columns, rows);
        }
    }

    /** A rule with its name and line, and how it was written. */
    public record Rule(String name, Action action, Condition condition, int line, String text) {
    }

    private static final Pattern RULE = Pattern.compile("rule\\s+(\\S+):\\s+(.+?)\\s+when\\s+(.+)");
    private static final Pattern BOX = Pattern
            .compile("(-?\\d{1,5}),(-?\\d{1,5}),(\\d{1,5}|\\*),(\\d{1,5}|\\*)(?:@(\\d{1,6}))?");

    private final List<Rule> rules;

    private PixelRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** The rules that come with the project: what is commonly clean. */
    public static PixelRules bundled() {
        try (InputStream in = Objects.requireNonNull(PixelRules.class.getResourceAsStream("pixel-rules.txt"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "pixel-rules.txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param source what to call the text in errors
     * @throws PolicyException naming the line
     */
    public static PixelRules parse(String text, String source) {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher match = RULE.matcher(line.strip());
            if (!match.matches()) {
                throw new PolicyException(source, number, "a pixel rule reads \"rule NAME: ACTION when CONDITION\"");
            }
            rules.add(new Rule(match.group(1), action(match.group(2), source, number),
                    Condition.parse(match.group(3), source, number), number, line.strip()));
        }
        return new PixelRules(List.copyOf(rules));
    }

    private static Action action(String text, String source, int line) {
        return switch (text) {
            case "clean" -> new Action.Clean(false);
            case "proved" -> new Action.Clean(true);
            case "look" -> new Action.Look();
            case "hold" -> new Action.Hold();
            case "keep-regions" -> new Action.Regions(true);
            case "blank-regions" -> new Action.Regions(false);
            default -> {
                String[] words = text.split("\\s+");
                if (!words[0].equals("blank") || words.length < 2) {
                    throw new PolicyException(source, line, "\"" + text
                            + "\" is no action; write clean, proved, look, hold, keep-regions, blank-regions or blank BOX...");
                }
                List<Box> boxes = new ArrayList<>();
                for (int i = 1; i < words.length; i++) {
                    boxes.add(box(words[i], source, line));
                }
                yield new Action.Blank(List.copyOf(boxes));
            }
        };
    }

    private static Box box(String text, String source, int line) {
        Matcher match = BOX.matcher(text);
        if (!match.matches()) {
            throw new PolicyException(source, line, "\"" + text + "\" is no box; write x,y,w,h in pixels");
        }
        return new Box(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), extent(match.group(3)),
                extent(match.group(4)), match.group(5) == null ? 0 : Integer.parseInt(match.group(5)));
    }

    private static int extent(String text) {
        return text.equals("*") ? -1 : Integer.parseInt(text);
    }

    /** These rules first, then the others. */
    public PixelRules before(PixelRules others) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(others.rules);
        return new PixelRules(List.copyOf(all));
    }

    /** The first rule that holds; null when nobody vouches for the image. */
    public @Nullable Rule match(Dataset dataset) {
        for (Rule rule : rules) {
            if (rule.condition().holds(dataset)) {
                return rule;
            }
        }
        return null;
    }

    /** How the rules were written, a line each. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Rule rule : rules) {
            text.append(rule.text()).append('\n');
        }
        return text.toString();
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The class an image belongs to; absent elements are empty texts. */
    public static ImageType imageType(Dataset dataset) {
        return new ImageType(dataset.string(Tag.MODALITY, ""), dataset.string(Tag.MANUFACTURER, ""),
                dataset.string(Tag.MANUFACTURER_MODEL_NAME, ""),
                String.join("\\", dataset.strings(Tag.SOFTWARE_VERSIONS)),
                String.join("\\", dataset.strings(Tag.IMAGE_TYPE)));
    }
}
