/** Puts the zones together and starts them, one profile for each. */
@NullMarked
package org.imaginghaven.app;

import org.jspecify.annotations.NullMarked;
