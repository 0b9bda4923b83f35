/**
 * The DICOM engine: {@link org.imaginghaven.dicom.DicomFile} reads, {@link org.imaginghaven.dicom.DicomWriter} writes,
 * {@link org.imaginghaven.dicom.deid.Deidentifier} rewrites. Pure Java, nothing else needed.
 *
 * <p>Input is hostile: no length is believed before it is checked, depth, count and memory are bounded, and an error
 * ({@link org.imaginghaven.dicom.DicomException}) names position, tag and length but never a value.
 */
@NullMarked
package org.imaginghaven.dicom;

import org.jspecify.annotations.NullMarked;
