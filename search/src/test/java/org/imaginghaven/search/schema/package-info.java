/** Tests. */
@NullMarked
package org.imaginghaven.search.schema;

import org.jspecify.annotations.NullMarked;
