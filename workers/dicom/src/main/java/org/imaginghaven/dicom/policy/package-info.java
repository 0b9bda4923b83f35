/** What happens to each element, as data. */
@NullMarked
package org.imaginghaven.dicom.policy;

import org.jspecify.annotations.NullMarked;
