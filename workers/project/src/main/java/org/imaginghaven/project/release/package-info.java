/** The verb release in the project zone. */
@NullMarked
package org.imaginghaven.project.release;

import org.jspecify.annotations.NullMarked;
