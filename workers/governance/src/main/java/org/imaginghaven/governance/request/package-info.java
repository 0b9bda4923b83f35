/** A request for access from its cohort to the start of approval. */
@NullMarked
package org.imaginghaven.governance.request;

import org.jspecify.annotations.NullMarked;
