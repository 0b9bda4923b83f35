/** Measures the engine beside other programs, on the same files, in turn. */
@NullMarked
package org.imaginghaven.bench;

import org.jspecify.annotations.NullMarked;
