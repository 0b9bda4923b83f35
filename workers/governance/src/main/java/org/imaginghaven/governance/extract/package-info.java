/** What governance has to say about an extraction: may it start, and who touched it. */
@NullMarked
package org.imaginghaven.governance.extract;

import org.jspecify.annotations.NullMarked;
