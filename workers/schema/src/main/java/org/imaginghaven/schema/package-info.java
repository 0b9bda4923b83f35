/** The database of the platform: its migrations and one role per zone. */
@NullMarked
package org.imaginghaven.schema;

import org.jspecify.annotations.NullMarked;
