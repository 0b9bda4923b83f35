/** The local stack: every part of the platform as processes of this machine, without containers and without anything installed by hand. */
@NullMarked
package org.imaginghaven.local;

import org.jspecify.annotations.NullMarked;
