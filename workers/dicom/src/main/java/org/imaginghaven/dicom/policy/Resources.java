package org.imaginghaven.dicom.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The project's own data files, without comments and blank lines. */
final class Resources {

    private Resources() {
    }

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new PolicyException("no policy is called \"" + name.replaceFirst("\\.policy$", "")
                        + "\"; give basic, research or a file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').toList();
    }
}
