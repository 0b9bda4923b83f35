package org.imaginghaven.search.request;

import java.io.IOException;
import java.util.Optional;

/** Which version of the data is searched now. */
@FunctionalInterface
public interface DataVersion {

    /** Empty before the first index is built. */
    Optional<String> now() throws IOException;
}
