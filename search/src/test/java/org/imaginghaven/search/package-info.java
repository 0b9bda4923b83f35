/** Tests. */
@NullMarked
package org.imaginghaven.search;

import org.jspecify.annotations.NullMarked;
