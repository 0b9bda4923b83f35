/** Pixels: decoded by kept codecs, looked at for text, and shown to a reviewer. The only module with native code. */
@NullMarked
package org.imaginghaven.pixels;

import org.jspecify.annotations.NullMarked;
