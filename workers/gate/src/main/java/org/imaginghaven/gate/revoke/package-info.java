/** Revoke, as far as two zones have to be seen: from an opaque key to pseudonyms, releases and the files that have to go. */
@NullMarked
package org.imaginghaven.gate.revoke;

import org.jspecify.annotations.NullMarked;
