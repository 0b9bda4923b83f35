/** Ending access, driven from the ledger and not from a process that waits. */
@NullMarked
package org.imaginghaven.governance.revoke;

import org.jspecify.annotations.NullMarked;
