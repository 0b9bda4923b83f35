/** The detectors in the service of the DICOM engine: cleaned element values. */
@NullMarked
package org.imaginghaven.nlp.clean;

import org.jspecify.annotations.NullMarked;
