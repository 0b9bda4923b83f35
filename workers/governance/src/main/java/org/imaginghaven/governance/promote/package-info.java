/** The two pairs of eyes on a tag or an image type. */
@NullMarked
package org.imaginghaven.governance.promote;

import org.jspecify.annotations.NullMarked;
