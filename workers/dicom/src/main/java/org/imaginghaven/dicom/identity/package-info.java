/** Pseudonyms, new UIDs and shifted dates, keyed by project. */
@NullMarked
package org.imaginghaven.dicom.identity;

import org.jspecify.annotations.NullMarked;
