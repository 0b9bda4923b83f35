/** What every zone shares: keys, job contracts, refusals, audit events. No IO and no framework. */
@NullMarked
package org.imaginghaven.kernel;

import org.jspecify.annotations.NullMarked;
