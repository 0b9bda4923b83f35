/** Reading the audit ledger and proving that nobody changed it. */
@NullMarked
package org.imaginghaven.governance.audit;

import org.jspecify.annotations.NullMarked;
