/** Who somebody is, what they may do, and who really did it. */
@NullMarked
package org.imaginghaven.governance.people;

import org.jspecify.annotations.NullMarked;
