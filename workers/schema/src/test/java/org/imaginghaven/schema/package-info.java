/** A real PostgreSQL for tests. */
@NullMarked
package org.imaginghaven.schema;

import org.jspecify.annotations.NullMarked;
