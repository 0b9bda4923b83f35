package org.imaginghaven.identifiable.ingest;

import java.nio.file.Path;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;

/** A folder handed in, and the data controller of what does not say its own. */
record Batch(Key key, Path folder, @Nullable String defaultController, String startedBy, BatchState state) {
}
