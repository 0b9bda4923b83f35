package org.imaginghaven.demo.archive;

import org.imaginghaven.dicom.TransferSyntax;

/**
 * An instance that is ready to be written.
 *
 * @param folder below the hospital's folder, without slashes at the ends
 * @param name of the file
 */
record MadeFile(Visit visit, String modality, String folder, String name, Sheet sheet, TransferSyntax syntax) {
}
