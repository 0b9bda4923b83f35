package org.imaginghaven.pixels.decode;

import java.awt.image.Raster;

/**
 * What a codec gives: samples interleaved by pixel, unsigned 16 bit each.
 *
 * @param width
 *            columns
 * @param height
 *            rows
 * @param components
 *            samples a pixel
 * @param values
 *            {@code width * height * components} samples
 */
record Samples(int width, int height, int components, short[] values) {

    static Samples of(Raster raster) {
        int w = raster.getWidth();
        int h = raster.getHeight();
        int n = raster.getNumBands();
        short[] values = new short[w * h * n];
        int[] row = new int[w * n];
        for (int y = 0; y < h; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, w, 1, row);
            for (int i = 0; i < row.length; i++) {
                values[y * w * n + i] = (short) row[i];
            }
        }
        return new Samples(w, h, n, values);
    }
}
