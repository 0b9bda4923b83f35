package org.imaginghaven.identifiable.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;

/** Writes small archives for tests. */
final class SampleArchive {

    /** Good check digits: CHI begin with a date, the NHS number does not. */
    static final String CHI_A = chi("010270123");
    static final String CHI_B = chi("150385456");
    static final String NHS = chi("943476591");

    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    final Path folder;

    SampleArchive(Path folder) {
        this.folder = folder;
    }

    static String chi(String nine) {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (CheckedNumber.isChi(nine + digit) || CheckedNumber.isNhs(nine + digit)) {
                return nine + digit;
            }
        }
        throw new IllegalArgumentException("these nine digits have no check digit");
    }

    static DatasetBuilder ct(String patientId, String uid) {
        return Dataset.builder().set("SOPClassUID", CT).set("SOPInstanceUID", uid)
                .set("StudyInstanceUID", uid.substring(0, uid.lastIndexOf('.')))
                .set("SeriesInstanceUID", uid.substring(0, uid.lastIndexOf('.')) + ".0").set("PatientID", patientId)
                .set("PatientName", "PLANTED^NAME").set("Modality", "CT").set("Manufacturer", "ACME")
                .set("ManufacturerModelName", "One").set("SoftwareVersions", "1.0")
                .set("ImageType", "ORIGINAL", "PRIMARY")
                .set("Rows", 2).set("Columns", 2).set("SamplesPerPixel", 1)
                .set("PhotometricInterpretation", "MONOCHROME2")
                .set("BitsAllocated", 8).set("BitsStored", 8).set("HighBit", 7).set("PixelRepresentation", 0)
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[]{1, 2, 3, 4});
    }

    SampleArchive with(String path, DatasetBuilder dataset) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            DicomWriter.write(file, dataset.build(), TransferSyntax.EXPLICIT_LE);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleArchive with(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleArchive cut(String path, int bytes) {
        try {
            Path file = folder.resolve(path);
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length - bytes));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
