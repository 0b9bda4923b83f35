package org.imaginghaven.pixels.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes frames like an archive's, with made-up identifiers burned in and their boxes known. Same seed, same frames (with
 * the same fonts installed).
 */
final class FrameGenerator {

    /** How hard the text is to find. */
    enum Kind {
        BRIGHT, PLATE, LOW_CONTRAST, ROTATED, ON_SPECKLE, SMALL, ULTRASOUND_REGION, LATER_FRAME, CLEAN
    }

    record Sample(Kind kind, List<GrayFrame> frames, int textFrame, List<Box> truth) {
    }

    private static final String[] SYLLABLES = {"mac", "ar", "ble", "dun", "fer", "gor", "hol", "ken", "lin", "mor",
            "nes", "quin", "ros", "stra", "tor", "wil", "ba", "chi", "el", "is", "oli", "ra", "sha", "wei", "zo"};
    private static final String[] FONTS = {Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED, Font.DIALOG};

    private final Random random;

    FrameGenerator(long seed) {
        random = new Random(seed);
    }

    Sample next(Kind kind) {
        int w = 256 + 64 * random.nextInt(9);
        int h = 256 + 64 * random.nextInt(7);
        boolean ultrasound = kind == Kind.ULTRASOUND_REGION || kind == Kind.ON_SPECKLE && random.nextBoolean();
        BufferedImage image = background(w, h, ultrasound || kind == Kind.CLEAN && random.nextInt(3) == 0,
                kind == Kind.ON_SPECKLE && !ultrasound);
        List<GrayFrame> frames = new ArrayList<>();
        List<Box> truth = new ArrayList<>();
        int textFrame = 0;
        if (kind == Kind.LATER_FRAME) {
            textFrame = 1 + random.nextInt(3);
            for (int i = 0; i < textFrame; i++) {
                frames.add(gray(noisy(image)));
            }
        }
        if (kind != Kind.CLEAN) {
            int lines = 1 + random.nextInt(3);
            for (int i = 0; i < lines; i++) {
                write(image, kind, truth);
            }
        }
        frames.add(gray(image));
        return new Sample(kind, frames, textFrame, truth);
    }

    private void write(BufferedImage image, Kind kind, List<Box> truth) {
        int size = kind == Kind.SMALL ? 9 + random.nextInt(3) : 12 + random.nextInt(15);
        String text = identifier();
        Font font = new Font(FONTS[random.nextInt(FONTS.length)], random.nextInt(3) == 0 ? Font.BOLD : Font.PLAIN,
                size);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, random.nextInt(3) == 0
                ? RenderingHints.VALUE_TEXT_ANTIALIAS_OFF
                : RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        FontMetrics metrics = g.getFontMetrics(font);
        while (metrics.stringWidth(text) > Math.min(image.getWidth(), image.getHeight()) - 24) {
            text = text.substring(0, text.length() - 1).strip();
        }
        for (int attempt = 0; attempt < 30; attempt++) {
            double angle = kind == Kind.ROTATED ? angle() : 0;
            int width = metrics.stringWidth(text);
            int cx = random.nextInt(image.getWidth());
            int cy = random.nextInt(image.getHeight());
            if (kind == Kind.ULTRASOUND_REGION) {
                cx = image.getWidth() / 2 + random.nextInt(41) - 20;
                cy = image.getHeight() / 2 + random.nextInt(image.getHeight() / 3);
            }
            AffineTransform turn = AffineTransform.getRotateInstance(angle, cx, cy);
            turn.translate(cx - width / 2.0, cy + metrics.getAscent() / 2.0);
            Shape ink = turn.createTransformedShape(
                    font.createGlyphVector(g.getFontRenderContext(), text).getOutline());
            java.awt.Rectangle r = ink.getBounds();
            Box box = new Box(r.x, r.y, r.width, r.height);
            boolean outside = r.x < 2 || r.y < 2 || box.right() > image.getWidth() - 2
                    || box.bottom() > image.getHeight() - 2;
            if (outside || truth.stream().anyMatch(t -> t.grown(6, 9999, 9999).overlap(box) > 0)) {
                continue;
            }
            paint(image, g, kind, font, text, turn, box);
            truth.add(box);
            break;
        }
        g.dispose();
    }

    private void paint(BufferedImage image, Graphics2D g, Kind kind, Font font, String text, AffineTransform turn,
            Box box) {
        int behind = mean(image, box);
        int ink = switch (kind) {
            case LOW_CONTRAST -> behind > 128 ? 0 : 255;
            case PLATE -> 0;
            default -> behind > 170 ? 0 : 225 + random.nextInt(31);
        };
        if (kind == Kind.PLATE) {
            g.setColor(Color.WHITE);
            g.fillRect(box.x() - 3, box.y() - 3, box.width() + 6, box.height() + 6);
        }
        // faint against whatever lies behind it, not against the mean: else parts of it were not there at all
        int opaque = kind == Kind.LOW_CONTRAST ? 24 + random.nextInt(26) : 255;
        g.setColor(new Color(ink, ink, ink, opaque));
        g.setFont(font);
        AffineTransform before = g.getTransform();
        g.transform(turn);
        g.drawString(text, 0, 0);
        g.setTransform(before);
    }

    private double angle() {
        return switch (random.nextInt(5)) {
            case 0 -> Math.PI / 2;
            case 1 -> -Math.PI / 2;
            case 2 -> Math.PI;
            case 3 -> Math.toRadians(random.nextInt(61) - 30);
            default -> Math.toRadians(random.nextInt(360));
        };
    }

    private String identifier() {
        String family = name();
        String given = name();
        return switch (random.nextInt(6)) {
            case 0 -> family.toUpperCase(Locale.ROOT) + ", " + given;
            case 1 -> given + " " + family;
            case 2 -> String.format(Locale.ROOT, "%010d", Math.abs(random.nextLong() % 10_000_000_000L));
            case 3 -> String.format(Locale.ROOT, "DOB %02d/%02d/%d", 1 + random.nextInt(28), 1 + random.nextInt(12),
                    1920 + random.nextInt(100));
            case 4 -> String.format(Locale.ROOT, "%c%07d-%d", 'A' + random.nextInt(26), random.nextInt(10_000_000),
                    random.nextInt(9));
            default -> String.format(Locale.ROOT, "%d-%02d-%02d %02d:%02d", 1995 + random.nextInt(30),
                    1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
        };
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        int parts = 2 + random.nextInt(2);
        for (int i = 0; i < parts; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private BufferedImage background(int w, int h, boolean ultrasound, boolean speckle) {
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (random.nextInt(4) == 0) {
            g.setColor(new Color(25, 25, 25));
            g.fillRect(0, 0, w, h);
        }
        if (!ultrasound) {
            int shapes = 8 + random.nextInt(14);
            for (int i = 0; i < shapes; i++) {
                int v = 40 + random.nextInt(150);
                g.setColor(new Color(v, v, v, 60 + random.nextInt(150)));
                int a = w / 12 + random.nextInt(w / 2);
                int b = h / 12 + random.nextInt(h / 2);
                int x = w / 2 - a / 2 + random.nextInt(w / 2) - w / 4;
                int y = h / 2 - b / 2 + random.nextInt(h / 2) - h / 4;
                if (random.nextInt(4) == 0) {
                    g.drawArc(x, y, a, b, random.nextInt(360), random.nextInt(300));
                } else {
                    g.fillOval(x, y, a, b);
                }
            }
        }
        g.dispose();
        byte[] px = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        double[] speckles = ultrasound || speckle ? speckles(w, h) : new double[0];
        double grain = 2 + random.nextInt(8);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                double v = px[i] & 0xff;
                if (ultrasound) {
                    double dx = x - w / 2.0;
                    double r = Math.hypot(dx, y + h * 0.1);
                    boolean inside = r < h * 1.02 && r > h * 0.15 && Math.abs(Math.atan2(dx, y + h * 0.1)) < 0.75;
                    v = inside ? speckles[i] * (25 + 30 * (1 + Math.sin(r / 23.0) * Math.cos(dx / 31.0))) : 0;
                } else if (speckle) {
                    v = speckles[i] * (30 + v / 3);
                } else if (v > 0) {
                    v += random.nextGaussian() * grain;
                }
                px[i] = (byte) Math.clamp(Math.round(v), 0, 255);
            }
        }
        return image;
    }

    /** Rayleigh distributed, as wide as a beam makes them: 1, 2 or 3 pixels. */
    private double[] speckles(int w, int h) {
        int beam = 1 + random.nextInt(3);
        double[] re = new double[w * h];
        double[] im = new double[w * h];
        for (int i = 0; i < re.length; i++) {
            re[i] = random.nextGaussian();
            im[i] = random.nextGaussian();
        }
        double[] out = new double[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double a = 0;
                double b = 0;
                for (int dy = 0; dy < beam; dy++) {
                    for (int dx = 0; dx < beam; dx++) {
                        int i = Math.min(h - 1, y + dy) * w + Math.min(w - 1, x + dx);
                        a += re[i];
                        b += im[i];
                    }
                }
                out[y * w + x] = Math.hypot(a, b) / beam;
            }
        }
        return out;
    }

    private BufferedImage noisy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] from = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] to = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) Math.clamp(Math.round((from[i] & 0xff) + random.nextGaussian() * 3), 0, 255);
        }
        return copy;
    }

    private static int mean(BufferedImage image, Box box) {
        byte[] px = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        long sum = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                sum += px[y * image.getWidth() + x] & 0xff;
            }
        }
        return (int) (sum / Math.max(1, box.area()));
    }

    static GrayFrame gray(BufferedImage image) {
        return new GrayFrame(image.getWidth(), image.getHeight(),
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData().clone());
    }
}
