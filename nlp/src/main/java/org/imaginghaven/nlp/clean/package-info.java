/** The detectors in the service of the DICOM engine: cleaned element values, text out of documents. */
@NullMarked
package org.imaginghaven.nlp.clean;

import org.jspecify.annotations.NullMarked;
