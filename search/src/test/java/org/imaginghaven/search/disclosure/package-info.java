/** Tests. */
@NullMarked
package org.imaginghaven.search.disclosure;

import org.jspecify.annotations.NullMarked;
