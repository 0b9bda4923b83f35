/** Who may let a package go. */
@NullMarked
package org.imaginghaven.governance.release;

import org.jspecify.annotations.NullMarked;
