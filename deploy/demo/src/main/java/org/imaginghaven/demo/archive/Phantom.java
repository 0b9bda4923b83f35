package org.imaginghaven.demo.archive;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/** Pictures that look enough like the real thing: shapes of roughly the right brightness under noise. */
final class Phantom {

    private static final Color PAPER = new Color(244, 242, 236);
    private static final Color INK = new Color(25, 25, 40);

    private Phantom() {
    }

    /** An axial slice: a body, two darker organs, a bright spine. 12 of 16 bits, little endian. */
    static byte[] slice(int size, double level, Random random) {
        ByteBuffer pixels = ByteBuffer.allocate(size * size * 2).order(ByteOrder.LITTLE_ENDIAN);
        double wobble = 0.9 + 0.1 * StrictMath.sin(level);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double u = 2.0 * x / size - 1;
                double v = 2.0 * y / size - 1;
                double value = 40;
                if (inside(u, v, 0, 0, 0.82 * wobble, 0.62)) {
                    value = 1060;
                    if (inside(u, v, -0.38, -0.05, 0.28, 0.4 * wobble)
                            || inside(u, v, 0.38, -0.05, 0.28, 0.4 * wobble)) {
                        value = 260;
                    } else if (inside(u, v, 0, 0.42, 0.1, 0.11)) {
                        value = 1900;
                    } else if (inside(u, v, 0.08, -0.1, 0.2, 0.24)) {
                        value = 1120;
                    }
                }
                pixels.putShort((short) Math.clamp(Math.round(value + random.nextGaussian() * 18), 0, 4095));
            }
        }
        return pixels.array();
    }

    /** A radiograph of the chest or of a hand: broad gradients. 12 of 16 bits, little endian. */
    static byte[] radiograph(int width, int height, Random random) {
        ByteBuffer pixels = ByteBuffer.allocate(width * height * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = 2.0 * x / width - 1;
                double v = 2.0 * y / height - 1;
                double lung = StrictMath.exp(-6 * (sq(Math.abs(u) - 0.45) + 0.6 * sq(v)));
                double spine = StrictMath.exp(-60 * sq(u));
                double value = 2600 - 1500 * lung + 700 * spine + 200 * StrictMath.sin(14 * v) * lung;
                pixels.putShort((short) Math.clamp(Math.round(value + random.nextGaussian() * 25), 0, 4095));
            }
        }
        return pixels.array();
    }

    /** An ultrasound picture: a fan of speckle, and lines of text above it. */
    static BufferedImage ultrasound(int width, int height, List<String> lines, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = height / 6; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - width / 2.0;
                double dy = y - height / 12.0;
                double radius = StrictMath.hypot(dx, dy);
                if (Math.abs(dx) < dy * 0.7 && radius < height * 0.85) {
                    double echo = 70 + 45 * StrictMath.sin(radius / 23) + random.nextGaussian() * 38;
                    int grey = (int) Math.clamp(echo, 0, 255);
                    image.setRGB(x, y, grey << 16 | grey << 8 | grey);
                }
            }
        }
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(new Color(90, 160, 90));
        canvas.setStroke(new BasicStroke(1));
        canvas.draw(new Arc2D.Double(width * 0.2, height * 0.1, width * 0.6, height * 0.8, 235, 70, Arc2D.OPEN));
        double baseline = 22;
        for (String line : lines) {
            Lettering.draw(canvas, line, 10, baseline, 17, Color.WHITE);
            baseline += 22;
        }
        canvas.dispose();
        return image;
    }

    /** A form that was filled in, signed and scanned: dark text on grey-white paper. */
    static BufferedImage form(int width, int height, String title, List<String> lines, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(PAPER);
        canvas.fillRect(0, 0, width, height);
        Lettering.draw(canvas, title, 40, 60, 26, INK);
        double baseline = 120;
        for (String line : lines) {
            Lettering.draw(canvas, line, 40, baseline, 19, INK);
            canvas.setColor(Color.LIGHT_GRAY);
            canvas.drawLine(40, (int) baseline + 6, width - 40, (int) baseline + 6);
            baseline += 42;
        }
        canvas.setStroke(new BasicStroke(2));
        canvas.setColor(INK);
        canvas.draw(new Ellipse2D.Double(60 + random.nextInt(40), height - 90.0, 150, 30));
        canvas.dispose();
        for (int i = 0; i < width * height / 60; i++) {
            int grey = 200 + random.nextInt(50);
            image.getRaster().setSample(random.nextInt(width), random.nextInt(height), 0, grey);
        }
        return image;
    }

    /** Red, green, blue by pixel. */
    static byte[] rgb(BufferedImage image) {
        byte[] bytes = new byte[image.getWidth() * image.getHeight() * 3];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                bytes[at++] = (byte) (rgb >> 16);
                bytes[at++] = (byte) (rgb >> 8);
                bytes[at++] = (byte) rgb;
            }
        }
        return bytes;
    }

    /** One byte a pixel, of the green channel. */
    static byte[] grey(BufferedImage image) {
        byte[] bytes = new byte[image.getWidth() * image.getHeight()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                bytes[at++] = (byte) (image.getRaster().getSample(x, y, image.getRaster().getNumBands() == 1 ? 0 : 1));
            }
        }
        return bytes;
    }

    private static boolean inside(double u, double v, double cx, double cy, double rx, double ry) {
        return sq((u - cx) / rx) + sq((v - cy) / ry) < 1;
    }

    private static double sq(double x) {
        return x * x;
    }
}
