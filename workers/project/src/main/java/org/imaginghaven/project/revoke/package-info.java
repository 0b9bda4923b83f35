/** The verb revoke in the project zone. */
@NullMarked
package org.imaginghaven.project.revoke;

import org.jspecify.annotations.NullMarked;
