/**
 * What the metadata index holds and what may be asked of it: the strict mapping, the documents, the closed grammar of
 * cohorts with its two readings (Elasticsearch and SQL over {@code inventory}), and the writer of a new index version.
 * De-identified zone; no framework, so that the gate can use it too.
 */
@NullMarked
package org.imaginghaven.search.schema;

import org.jspecify.annotations.NullMarked;
