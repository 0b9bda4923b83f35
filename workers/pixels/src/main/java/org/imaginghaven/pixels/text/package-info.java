/** Finding text in pixels: where lines lie (a neural detector), what they say (two readers), and what to do about them. */
@NullMarked
package org.imaginghaven.pixels.text;

import org.jspecify.annotations.NullMarked;
