/** Looking through whole files for what identifies: tags by the text detectors, pixels and overlays by the text finder. */
@NullMarked
package org.imaginghaven.pixels.scan;

import org.jspecify.annotations.NullMarked;
