/** What a reviewer of an image type needs: a picture with the findings drawn in, and rules to start from. */
@NullMarked
package org.imaginghaven.pixels.review;

import org.jspecify.annotations.NullMarked;
