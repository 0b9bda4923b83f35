package org.imaginghaven.pixels.review;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.imaginghaven.pixels.text.Box;
import org.imaginghaven.pixels.text.GrayFrame;

/** A frame as PNG with its findings drawn in, for a reviewer's eyes in the identifiable zone only: it shows the text. */
public final class ReviewPicture {

    private static final int LARGEST = 1600;
    private static final Color READ = new Color(0xF4, 0x77, 0x38);

    private ReviewPicture() {
    }

    /**
     * @param frame
     *            as displayed
     * @param boxes
     *            in the frame's pixels
     * @throws IOException
     *             if the stream cannot be written
     */
    public static void write(GrayFrame frame, List<Box> boxes, OutputStream out) throws IOException {
        double k = Math.min(1, (double) LARGEST / Math.max(frame.width(), frame.height()));
        GrayFrame shown = frame.scaled(Math.max(1, (int) (frame.width() * k)), Math.max(1, (int) (frame.height() * k)));
        BufferedImage image = new BufferedImage(shown.width(), shown.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < shown.height(); y++) {
            for (int x = 0; x < shown.width(); x++) {
                image.setRGB(x, y, shown.at(x, y) * 0x010101);
            }
        }
        Graphics2D g = image.createGraphics();
        g.setColor(READ);
        g.setStroke(new BasicStroke(2));
        for (Box box : boxes) {
            g.drawRect((int) (box.x() * k), (int) (box.y() * k), (int) (box.width() * k), (int) (box.height() * k));
        }
        g.dispose();
        ImageIO.write(image, "png", out);
    }
}
