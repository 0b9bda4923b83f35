/** Settings as immutable records, and one database connection pool for each zone. */
@NullMarked
package org.imaginghaven.app.config;

import org.jspecify.annotations.NullMarked;
