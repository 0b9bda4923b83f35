/** Opt-outs: an opaque key for governance, the patient behind it for this zone only. */
@NullMarked
package org.imaginghaven.identifiable.revoke;

import org.jspecify.annotations.NullMarked;
