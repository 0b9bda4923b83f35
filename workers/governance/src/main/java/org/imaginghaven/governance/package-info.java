/** Request, approve and revoke: people decide here. Knows opaque keys and counts, no image and no identifier. */
@NullMarked
package org.imaginghaven.governance;

import org.jspecify.annotations.NullMarked;
