/** Rewrites a file de-identified: {@link org.imaginghaven.dicom.deid.Deidentifier} is where to start reading. */
@NullMarked
package org.imaginghaven.dicom.deid;

import org.jspecify.annotations.NullMarked;
