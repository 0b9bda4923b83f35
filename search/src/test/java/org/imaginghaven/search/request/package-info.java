/** Tests. */
@NullMarked
package org.imaginghaven.search.request;

import org.jspecify.annotations.NullMarked;
