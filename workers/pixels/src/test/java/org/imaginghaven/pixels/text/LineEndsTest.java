package org.imaginghaven.pixels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineEndsTest {

    @Test
    void aLineSeenInPartIsFollowedToItsLastStrokeOverGrain() {
        for (String text : new String[]{"31 Oct 1958", "11 Mar 1962", "Fennel, Ivo", "T. Lill", "7 Jul 2011"}) {
            BufferedImage image = new BufferedImage(320, 60, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D g = image.createGraphics();
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
            g.setColor(Color.WHITE);
            g.drawString(text, 20, 36);
            int width = g.getFontMetrics().stringWidth(text);
            g.dispose();
            GrayFrame frame = FrameGenerator.gray(image);
            int last = last(frame);
            Random random = new Random(2);
            for (int i = 0; i < frame.pixels().length; i++) {
                frame.pixels()[i] = (byte) Math.max(60 + random.nextInt(110), frame.pixels()[i] & 0xff);
            }
            for (int seen = width / 3; seen < 0.8 * width; seen++) {
                Line followed = LineEnds.followed(frame, new Line(20 + seen / 2.0, 31, seen, 18, 0, 1));
                assertThat(followed.box(320, 60).right()).as("%s from %d", text, seen).isGreaterThan(last);
            }
        }
    }

    @Test
    void aLongLineOfWhichOneWordWasSeenIsFollowedToBothEnds() {
        BufferedImage image = new BufferedImage(320, 60, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        g.setColor(Color.WHITE);
        g.drawString("Wilhelmina Featherstonehaugh", 60, 36);
        int width = g.getFontMetrics().stringWidth("Wilhelmina Featherstonehaugh");
        g.dispose();
        Box followed = LineEnds.followed(FrameGenerator.gray(image), new Line(60 + 0.6 * width, 32, 16, 7, 0, 1))
                .box(320, 60);
        assertThat(followed.x()).isLessThanOrEqualTo(60);
        assertThat(followed.right()).isGreaterThanOrEqualTo(60 + width);
    }

    @Test
    void aLineThatEndsWhereItEndsStaysAsItIs() {
        BufferedImage image = new BufferedImage(320, 60, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.drawString("4471", 20, 36);
        g.dispose();
        Line line = new Line(40, 30, 60, 20, 0, 1);
        assertThat(LineEnds.followed(FrameGenerator.gray(image), line)).isEqualTo(line);
    }

    private static int last(GrayFrame frame) {
        int last = 0;
        for (int i = 0; i < frame.pixels().length; i++) {
            if ((frame.pixels()[i] & 0xff) > 60) {
                last = Math.max(last, i % frame.width());
            }
        }
        return last;
    }
}
