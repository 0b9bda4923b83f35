/** Asking for access: a cohort is frozen, a request recorded, its process started. */
@NullMarked
package org.imaginghaven.search.request;

import org.jspecify.annotations.NullMarked;
