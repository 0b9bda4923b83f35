/** The verb's pure parts. */
@NullMarked
package org.imaginghaven.gate.promote;

import org.jspecify.annotations.NullMarked;
