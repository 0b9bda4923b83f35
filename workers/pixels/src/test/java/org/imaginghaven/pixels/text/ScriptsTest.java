package org.imaginghaven.pixels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.imaginghaven.pixels.WithReader;
import org.junit.jupiter.api.Test;

/** Names in scripts of many characters, drawn stroke by stroke: the fonts for them are not everywhere. */
class ScriptsTest extends WithReader {

    private static final int SIDE = 320;
    /** Corners of each stroke on a grid of ten by ten. */
    private static final String[] HAN = {"1191 1595 0999 5159", "5159 1419 9499 1999", "1191 1999 1119 9199 1595 5159"};
    private static final String[] HANGUL = {"1141 4145 7176 2767 6799 9929 2927", "1141 4145 4515 1511 7179 8595",
            "1151 5155 5515 1519 1959 8189"};

    @Test
    void aNameInHanCharactersIsRead() throws IOException {
        for (int size : new int[]{16, 20, 28}) {
            assertThat(covering(HAN, size, Color.WHITE)).as("size %d", size).isNotEmpty()
                    .anyMatch(PixelFindings.Place::read);
        }
    }

    @Test
    void aShortNameThatNoReaderKnowsHasTheShapeOfTextAndABlobHasNot() {
        Line seen = new Line(40 + 33, 30 + 11, 66, 26, 0, 0.985);
        BufferedImage name = dark();
        Graphics2D g = name.createGraphics();
        draw(g, HANGUL, 40, 30, 22, new Color(210, 210, 210));
        g.dispose();
        assertThat(TextFinder.hasShapeOfText(FrameGenerator.gray(name), seen)).isTrue();
        BufferedImage blob = dark();
        Graphics2D h = blob.createGraphics();
        h.setColor(new Color(210, 210, 210));
        h.fillOval(44, 32, 50, 18);
        h.dispose();
        assertThat(TextFinder.hasShapeOfText(FrameGenerator.gray(blob), seen)).isFalse();
    }

    private static BufferedImage dark() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(45, 45, 45));
        g.fillRect(0, 0, SIDE, SIDE);
        g.dispose();
        return image;
    }

    private static List<PixelFindings.Place> covering(String[] name, int size, Color ink) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(45, 45, 45));
        g.fillOval(60, 90, 200, 190);
        draw(g, name, 40, 30, size, ink);
        g.dispose();
        GrayFrame frame = FrameGenerator.gray(image);
        Random random = new Random(6);
        for (int i = 0; i < frame.pixels().length; i++) {
            frame.pixels()[i] = (byte) Math.min(255, (frame.pixels()[i] & 0xff) + random.nextInt(6));
        }
        Box box = new Box(42, 32, size * name.length - 4, size - 4);
        return reader.read(frame).places().stream().filter(place -> box.coveredBy(place.box()) == 1).toList();
    }

    private static void draw(Graphics2D g, String[] name, int left, int top, int size, Color ink) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setStroke(new BasicStroke(size / 12f));
        g.setColor(ink);
        for (int i = 0; i < name.length; i++) {
            for (String stroke : name[i].split(" ")) {
                int[] at = stroke.chars().map(c -> (c - '0') * size / 10).toArray();
                int x = left + i * size;
                g.drawLine(x + at[0], top + at[1], x + at[2], top + at[3]);
            }
        }
    }
}
