/** The gate between real zones on a real database: ingested by one, released by the other. */
@NullMarked
package org.imaginghaven.gate;

import org.jspecify.annotations.NullMarked;
