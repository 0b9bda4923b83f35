/** Compressed frames to samples: a kept library for each syntax, chosen by comparison with reference decoders. */
@NullMarked
package org.imaginghaven.pixels.decode;

import org.jspecify.annotations.NullMarked;
