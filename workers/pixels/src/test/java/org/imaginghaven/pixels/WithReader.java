package org.imaginghaven.pixels;

import org.imaginghaven.pixels.text.PixelTextReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test class that looks at pictures: its networks are loaded once. */
public abstract class WithReader {

    protected static PixelTextReader reader;

    @BeforeAll
    static void open() {
        reader = PixelTextReader.open();
    }

    @AfterAll
    static void close() {
        reader.close();
    }
}
