/** Ingest on a real database with files made on the spot. */
@NullMarked
package org.imaginghaven.identifiable.ingest;

import org.jspecify.annotations.NullMarked;
