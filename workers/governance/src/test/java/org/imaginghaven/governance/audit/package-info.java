/** Tests against a real PostgreSQL. */
@NullMarked
package org.imaginghaven.governance.audit;

import org.jspecify.annotations.NullMarked;
