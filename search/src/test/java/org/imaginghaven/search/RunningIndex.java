package org.imaginghaven.search;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.Progress;

/** A real Elasticsearch of the local stack, alone, one for all tests of a JVM; stopped when it ends. */
public final class RunningIndex {

    private static final int PORT_BASE = 25500;

    private RunningIndex() {
    }

    public static URI url() {
        return Holder.URL;
    }

    private static final class Holder {

        static final URI URL = start();

        private static URI start() {
            try {
                Path home = Files.createTempDirectory("haven-index");
                Path shared = Path.of(System.getProperty("haven.repository"), "deploy/local/target/dist");
                LocalStack stack = LocalStack.start(
                        LocalStack.Setup.of(home.resolve("home")).portBase(PORT_BASE).sharing(shared).untrained(),
                        EnumSet.of(Part.ELASTICSEARCH), Progress.silent());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.stop(Progress.silent())));
                return URI.create(stack.ports().address(Part.ELASTICSEARCH));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
