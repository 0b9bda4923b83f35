/** The gate: promote and extract, the only code that sees two zones. */
@NullMarked
package org.imaginghaven.gate;

import org.jspecify.annotations.NullMarked;
