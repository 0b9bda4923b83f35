/** The verb's pure parts. */
@NullMarked
package org.imaginghaven.gate.extract;

import org.jspecify.annotations.NullMarked;
