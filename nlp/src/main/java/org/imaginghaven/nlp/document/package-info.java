/** Documents inside DICOM files (PS3.3 C.24.2): what they say, and what their own properties, fields and attachments say. */
@NullMarked
package org.imaginghaven.nlp.document;

import org.jspecify.annotations.NullMarked;
