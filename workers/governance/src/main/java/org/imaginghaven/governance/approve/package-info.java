/** Data controllers decide, each for its own data; then the agreement. */
@NullMarked
package org.imaginghaven.governance.approve;

import org.jspecify.annotations.NullMarked;
