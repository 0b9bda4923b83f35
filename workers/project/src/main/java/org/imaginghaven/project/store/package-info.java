/** Packages on disk and what the ledger of releases says of them. */
@NullMarked
package org.imaginghaven.project.store;

import org.jspecify.annotations.NullMarked;
