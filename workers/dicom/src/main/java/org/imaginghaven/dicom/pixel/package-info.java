/** What the engine knows of pixels, and the ports to those who can decode and look at them. */
@NullMarked
package org.imaginghaven.dicom.pixel;

import org.jspecify.annotations.NullMarked;
