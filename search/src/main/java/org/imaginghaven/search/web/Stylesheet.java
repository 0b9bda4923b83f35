package org.imaginghaven.search.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import java.time.Duration;

/**
 * Serves the design system's styles, script and our own additions. The system's typeface is licensed for the United
 * Kingdom government's own sites, so it is taken out and the reader's own sans serif is used.
 */
@Controller
class Stylesheet {

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Pattern TYPEFACE = Pattern.compile("@font-face\\{[^}]*\\}");
    private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final String styles = TYPEFACE.matcher(text(webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.css")))
            .replaceAll("").replace("GDS Transport,", "").replace("\"GDS Transport\",", "")
            .replaceAll("/\\*# sourceMappingURL=.*?\\*/", "");
    private final String own = text("/static/search/haven.css");
    private final String script = text(webjar("htmx.org", "dist/htmx.min.js"));

    @GetMapping("/assets/design.css")
    ResponseEntity<String> design() {
        return ResponseEntity.ok().cacheControl(AN_HOUR).contentType(STYLE).body(styles);
    }

    @GetMapping("/assets/haven.css")
    ResponseEntity<String> additions() {
        return ResponseEntity.ok().cacheControl(AN_HOUR).contentType(STYLE).body(own);
    }

    @GetMapping("/assets/htmx.js")
    ResponseEntity<String> script() {
        return ResponseEntity.ok().cacheControl(AN_HOUR).contentType(SCRIPT).body(script);
    }

    private static String webjar(String name, String path) {
        Properties about = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            about.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return WEBJARS + name + "/" + about.getProperty("version") + "/" + path;
    }

    private static String text(String path) {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream in = Stylesheet.class.getResourceAsStream(path);
        if (in == null) {
            throw new IOException(path + " is not on the class path");
        }
        return in;
    }
}
