/** The tables of the governance zone, each change with its audit entry in one transaction. */
@NullMarked
package org.imaginghaven.governance.store;

import org.jspecify.annotations.NullMarked;
