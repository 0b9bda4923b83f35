/** Promote: tags and classes of image on their way out of the identifiable zone, and the inventory made of the promoted. Start reading at {@link ProfileTagWorker} and {@link RefreshInventoryWorker}. */
@NullMarked
package org.imaginghaven.gate.promote;

import org.jspecify.annotations.NullMarked;
