package org.imaginghaven.pixels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.dicom.pixel.Pixels;
import org.imaginghaven.pixels.WithReader;
import org.junit.jupiter.api.Test;

/** What the finder makes of single frames, each with one difficulty. */
class WhatIsSeenTest extends WithReader {

    private static final int SIDE = 384;

    @Test
    void brightTextInThinLettersIsNotFaint() throws IOException {
        for (int size : new int[]{11, 15, 20}) {
            GrayFrame frame = drawn(g -> {
                g.scale(0.8, 1);
                write(g, "Wi1ll-Til1y 11/7/1971 lit", size, new Color(225, 225, 225), 20, 90);
            });
            assertThat(reader.read(frame).places()).as("size %d", size).isNotEmpty()
                    .allMatch(place -> Contrast.ink(frame, place.box()) >= TextFinder.FAINT);
        }
    }

    @Test
    void faintTextIsTrustedWhereMoreLikeItWouldBeSeenAllOverTheFrame() throws IOException {
        assertThat(reader.read(faint()).places()).isNotEmpty().noneMatch(PixelFindings.Place::faint);
    }

    @Test
    void faintTextIsNotTrustedBesideGrainThatWouldHideMoreLikeIt() throws IOException {
        assertThat(reader.read(besideGrain()).places()).isNotEmpty().anyMatch(PixelFindings.Place::faint);
    }

    @Test
    void textAtAQuarterOfTheRangeIsPutOnTrialToo() throws IOException {
        Color quarter = new Color(64, 64, 64);
        assertThat(reader.read(besideGrain(quarter)).places()).isNotEmpty().anyMatch(PixelFindings.Place::faint);
        assertThat(reader.read(faint(quarter)).places()).isNotEmpty().noneMatch(PixelFindings.Place::faint);
    }

    /** In the 38th of these a faint line crosses an edge, and the first look tells only a piece of it. */
    @Test
    void aFrameWithSomethingLikeTextAndNoneThatIsReadIsLookedAtAgain() throws IOException {
        assertAllIsCovered(faintSample(new FrameGenerator(7001), 37));
    }

    /** The upper half of these letters lies beyond a bright shape's edge, and the detector's line is thinner than they are. */
    @Test
    void lettersOverAnEdgeAreCoveredToTheirFeet() throws IOException {
        FrameGenerator generator = new FrameGenerator(9001);
        for (int i = 0; i < 34; i++) {
            generator.next(FrameGenerator.Kind.BRIGHT);
        }
        for (int i = 0; i < 34; i++) {
            generator.next(FrameGenerator.Kind.PLATE);
        }
        assertAllIsCovered(faintSample(generator, 5));
    }

    private static FrameGenerator.Sample faintSample(FrameGenerator generator, int before) {
        for (int i = 0; i < before; i++) {
            generator.next(FrameGenerator.Kind.LOW_CONTRAST);
        }
        return generator.next(FrameGenerator.Kind.LOW_CONTRAST);
    }

    private static void assertAllIsCovered(FrameGenerator.Sample sample) throws IOException {
        GrayFrame frame = sample.frames().getFirst();
        PixelFormat format = new PixelFormat("1.2.840.10008.1.2.1", frame.height(), frame.width(), 1, "MONOCHROME2", 0,
                8, 8, 7, false, 1, false, false);
        List<PixelFindings.Place> places = reader.read(Dataset.builder().build(), pixels(format, frame.pixels()))
                .places();
        assertThat(sample.truth()).allMatch(
                truth -> places.stream().anyMatch(place -> truth.coveredBy(place.box()) > 0.98));
    }

    @Test
    void afterAFrameInDoubtNoOtherIsTried() throws IOException {
        PixelFormat format = new PixelFormat("1.2.840.10008.1.2.1", SIDE, SIDE, 1, "MONOCHROME2", 0, 8, 8, 7, false, 2,
                false, false);
        List<PixelFindings.Place> places = reader.read(Dataset.builder().build(),
                pixels(format, besideGrain().pixels(), faint().pixels())).places();
        assertThat(places).anyMatch(place -> place.frame() == 0 && place.faint())
                .anyMatch(place -> place.frame() == 1 && place.faint());
    }

    private static GrayFrame besideGrain() {
        return besideGrain(new Color(30, 30, 30));
    }

    private static GrayFrame besideGrain(Color ink) {
        GrayFrame frame = faint(ink);
        Random random = new Random(9);
        for (int i = 0; i < frame.pixels().length; i++) {
            if (i / SIDE > SIDE / 2 && i / SIDE < SIDE - 60) {
                frame.pixels()[i] = (byte) random.nextInt(130);
            }
        }
        return frame;
    }

    private static GrayFrame faint() {
        return faint(new Color(30, 30, 30));
    }

    private static GrayFrame faint(Color ink) {
        return drawn(g -> {
            write(g, "Wetherby-Lunn 2207", 15, ink, 20, 90);
            g.setColor(Color.WHITE);
            g.fillOval(330, 330, 40, 40);
        });
    }

    @Test
    void faintTextWhereShapesLieOverEachOtherIsFound() throws IOException {
        Random random = new Random(4);
        GrayFrame frame = drawn(g -> {
            g.setColor(new Color(80, 80, 80));
            g.fillOval(30, 20, 260, 190);
            g.setColor(new Color(120, 120, 120, 140));
            g.fillOval(10, 190, 280, 50);
            g.fillOval(120, 60, 60, 250);
            write(g, "8203914467", 12, new Color(255, 255, 255, 30), 110, 222);
        });
        byte[] pixels = frame.pixels();
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 0xff;
            pixels[i] = (byte) (value < 8 ? value : Math.clamp(Math.round(value + random.nextGaussian() * 6), 0, 255));
        }
        assertThat(reader.read(frame).places())
                .anyMatch(place -> new Box(112, 214, 60, 7).coveredBy(place.box()) > 0.5);
    }

    @Test
    void rowsOfLikeShapesAreNoText() throws IOException {
        GrayFrame frame = drawn(g -> {
            g.setStroke(new BasicStroke(9));
            g.setColor(new Color(190, 190, 190));
            for (int i = 0; i < 6; i++) {
                g.drawOval(16 + 60 * i, 150, 42, 64);
            }
        });
        assertThat(reader.read(frame).places()).isEmpty();
    }

    @Test
    void colouredLettersAsLightAsWhatLiesBehindAreFoundAndNotFaint() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(182, 182, 182));
        g.fillRect(0, 0, SIDE, SIDE);
        write(g, "Born 14.08.1947", 18, new Color(200, 200, 0), 40, 200);
        g.dispose();
        byte[] rgb = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int pixel = image.getRGB(i % SIDE, i / SIDE);
            for (int k = 0; k < 3; k++) {
                rgb[3 * i + k] = (byte) (pixel >> 16 - 8 * k);
            }
        }
        PixelFormat format = new PixelFormat("1.2.840.10008.1.2.1", SIDE, SIDE, 3, "RGB", 0, 8, 8, 7, false, 1, false,
                false);
        List<PixelFindings.Place> places = reader.read(Dataset.builder().build(), pixels(format, rgb)).places();
        assertThat(places).isNotEmpty().noneMatch(PixelFindings.Place::faint)
                .anyMatch(place -> new Box(42, 188, 130, 12).coveredBy(place.box()) == 1);
    }

    @Test
    void oneLookShowsWhatLiesInFewValuesAndWhatLiesFarOutside() throws IOException {
        byte[] words = new byte[2 * SIDE * SIDE];
        GrayFrame dim = drawn(g -> write(g, "Lunn, Wetherby", 22, new Color(120, 120, 120), 30, 90));
        // so small that the range of nearly all values leaves it out: there it is one white patch
        GrayFrame far = drawn(g -> {
            g.setColor(new Color(120, 120, 120));
            g.fillRect(28, 289, 58, 12);
            write(g, "4471-092", 11, Color.WHITE, 31, 299);
        });
        for (int i = 0; i < SIDE * SIDE; i++) {
            int value = 100 + (dim.pixels()[i] & 0xff)
                    + ((far.pixels()[i] & 0xff) > 20 ? (far.pixels()[i] & 0xff) * 100 : 0);
            words[2 * i] = (byte) value;
            words[2 * i + 1] = (byte) (value >> 8);
        }
        PixelFormat format = new PixelFormat("1.2.840.10008.1.2.1", SIDE, SIDE, 1, "MONOCHROME2", 0, 16, 16, 15, false,
                1,
                false, false);
        List<PixelFindings.Place> places = reader.read(Dataset.builder().build(), pixels(format, words)).places();
        assertThat(places).anyMatch(place -> new Box(32, 74, 120, 16).coveredBy(place.box()) == 1)
                .anyMatch(place -> place.read() && new Box(33, 292, 44, 6).coveredBy(place.box()) == 1);
    }

    @Test
    void lettersThatGrainDrownsInTheClearestPictureAreReadInAnother() throws IOException {
        GrayFrame letters = drawn(g -> write(g, "Lunn 4471-0923", 26, Color.WHITE, 40, 200));
        byte[] rgb = new byte[SIDE * SIDE * 3];
        Random random = new Random(8);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int grey = 90 + random.nextInt(150);
            int tint = (letters.pixels()[i] & 0xff) * 70 / 255;
            rgb[3 * i] = (byte) grey;
            rgb[3 * i + 1] = (byte) (grey - tint / 3);
            rgb[3 * i + 2] = (byte) (grey - tint);
        }
        PixelFormat format = new PixelFormat("1.2.840.10008.1.2.1", SIDE, SIDE, 3, "RGB", 0, 8, 8, 7, false, 1, false,
                false);
        assertThat(reader.read(Dataset.builder().build(), pixels(format, rgb)).places())
                .anyMatch(place -> place.read() && new Box(44, 184, 150, 12).coveredBy(place.box()) == 1);
    }

    private static Pixels pixels(PixelFormat format, byte[]... frames) {
        return new Pixels() {
            @Override
            public PixelFormat format() {
                return format;
            }

            @Override
            public byte[] frame(int index) {
                return frames[index];
            }
        };
    }

    private static void write(Graphics2D g, String text, int size, Color colour, int x, int y) {
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        g.setColor(colour);
        g.drawString(text, x, y);
    }

    /** On black with a little grain. */
    private static GrayFrame drawn(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(g);
        g.dispose();
        byte[] pixels = FrameGenerator.gray(image).pixels();
        Random random = new Random(3);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp((pixels[i] & 0xff) + random.nextInt(3), 0, 255);
        }
        return new GrayFrame(SIDE, SIDE, pixels);
    }
}
