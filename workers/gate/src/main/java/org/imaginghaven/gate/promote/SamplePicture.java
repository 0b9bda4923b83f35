package org.imaginghaven.gate.promote;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.dicom.pixel.Rectangle;

/** A frame as a person can look at it: eight bits, at most {@value #LARGEST} pixels wide or high, boxes drawn on it. */
final class SamplePicture {

    private static final int LARGEST = 640;

    private SamplePicture() {
    }

    /**
     * @param frame native: interleaved, little endian words
     * @return PNG
     */
    static byte[] png(PixelFormat format, byte[] frame, List<Rectangle> boxes) throws IOException {
        BufferedImage image = format.isColour() ? colour(format, frame) : grey(format, frame);
        double scale = Math.min(1, (double) LARGEST / Math.max(image.getWidth(), image.getHeight()));
        BufferedImage shown = new BufferedImage(Math.max(1, (int) (image.getWidth() * scale)),
                Math.max(1, (int) (image.getHeight() * scale)), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = shown.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, shown.getWidth(), shown.getHeight(), null);
        canvas.setColor(Color.YELLOW);
        canvas.setStroke(new BasicStroke(2));
        for (Rectangle box : boxes) {
            canvas.drawRect((int) (box.x() * scale), (int) (box.y() * scale), (int) (box.width() * scale),
                    (int) (box.height() * scale));
        }
        canvas.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(shown, "png", png);
        return png.toByteArray();
    }

    private static BufferedImage colour(PixelFormat format, byte[] frame) {
        BufferedImage image = new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_INT_RGB);
        int step = format.bitsAllocated() / 8;
        for (int i = 0; i < format.rows() * format.columns(); i++) {
            int at = i * 3 * step + step - 1;
            int rgb = (frame[at] & 255) << 16 | (frame[at + step] & 255) << 8 | frame[at + 2 * step] & 255;
            image.setRGB(i % format.columns(), i / format.columns(), rgb);
        }
        return image;
    }

    /** Stretched from the darkest to the brightest value, so that faint text shows. */
    private static BufferedImage grey(PixelFormat format, byte[] frame) {
        int count = format.rows() * format.columns();
        int[] values = new int[count];
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            values[i] = value(format, frame, i);
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        boolean inverse = format.photometric().equals("MONOCHROME1");
        long range = Math.max(1, (long) high - low);
        BufferedImage image = new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < count; i++) {
            int grey = (int) (((long) values[i] - low) * 255 / range);
            int shown = inverse ? 255 - grey : grey;
            image.setRGB(i % format.columns(), i / format.columns(), shown << 16 | shown << 8 | shown);
        }
        return image;
    }

    private static int value(PixelFormat format, byte[] frame, int i) {
        return switch (format.bitsAllocated()) {
            case 1 -> frame[i / 8] >> i % 8 & 1;
            case 8 -> format.signed() ? frame[i] : frame[i] & 255;
            case 16 -> {
                int word = frame[2 * i] & 255 | (frame[2 * i + 1] & 255) << 8;
                yield format.signed() ? (short) word : word;
            }
            default -> (frame[4 * i] & 255) | (frame[4 * i + 1] & 255) << 8 | (frame[4 * i + 2] & 255) << 16
                    | frame[4 * i + 3] << 24;
        };
    }
}
