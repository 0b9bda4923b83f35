package org.imaginghaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;

/** CT slices of 16 bits with about a hundred elements, nested references and private blocks; all invented. */
public final class Corpus {

    private static final String[] SURNAMES = {"Quhairnston", "Strathmiglow", "Pittenweemer", "Invergowriely",
            "Balquhidderson"};

    private Corpus() {
    }

    /** Makes so many slices of side by side pixels. */
    public static void make(Path folder, int files, int side) throws IOException {
        Random random = new Random(3);
        byte[] noise = new byte[side * side * 2 + 4096];
        random.nextBytes(noise);
        for (int i = 1; i < noise.length; i += 2) {
            noise[i] &= 3;
        }
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve(String.format("P%02d/IM%06d.dcm", i % 5, i));
            Files.createDirectories(file.getParent());
            int shift = random.nextInt(2048) * 2;
            byte[] pixels = java.util.Arrays.copyOfRange(noise, shift, shift + side * side * 2);
            DicomWriter.write(file, slice(i, side, pixels), TransferSyntax.EXPLICIT_LE);
        }
    }

    private static Dataset slice(int i, int side, byte[] pixels) {
        int patient = i % 5;
        String name = SURNAMES[patient];
        String root = "1.2.826.0.1.3680043.10.1099.";
        DatasetBuilder made = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2")
                .set("SOPInstanceUID", root + "1." + i).set("StudyInstanceUID", root + "2." + patient)
                .set("SeriesInstanceUID", root + "3." + patient).set("FrameOfReferenceUID", root + "4." + patient)
                .set("ImageType", "ORIGINAL", "PRIMARY", "AXIAL").set("Modality", "CT").set("Manufacturer", "SIEMENS")
                .set("ManufacturerModelName", "Definition AS+").set("PatientName", name + "^Morag")
                .set("PatientID", "07041776" + patient).set("PatientBirthDate", "1941070" + (patient + 1))
                .set("PatientSex", "F").set("PatientAge", "061Y").set("PatientWeight", "74.5")
                .set("PatientAddress", "12 Glenfarquharson Crescent")
                .set("PatientTelephoneNumbers", "01632 96000" + patient)
                .set("InstitutionName", "Ninewells Infirmaryland").set("ReferringPhysicianName", "Cholmondleyer^Aled")
                .set("OperatorsName", "Oprton^Radiographica").set("AccessionNumber", "ACX100" + patient)
                .set("StudyDescription", "CT Thorax and abdomen with contrast").set("SeriesDescription", "Thorax 5.0")
                .set("ProtocolName", "1_ThorAbd_Routine").set("ImageComments", "seen by " + name)
                .set("StationName", "CTAWP73614").set("DeviceSerialNumber", "73614").set("BodyPartExamined", "CHEST");
        for (String date : new String[]{"StudyDate", "SeriesDate", "AcquisitionDate", "ContentDate"}) {
            made.set(date, "20200131");
        }
        for (String time : new String[]{"StudyTime", "SeriesTime", "AcquisitionTime", "ContentTime"}) {
            made.set(time, "101112.123456");
        }
        made.item("ReferencedImageSequence", item -> item.set("ReferencedSOPClassUID", "1.2.840.10008.5.1.4.1.1.2")
                .set("ReferencedSOPInstanceUID", root + "1." + (i + 1)));
        made.item("ProcedureCodeSequence", item -> item.set("CodeValue", "CTHOR").set("CodingSchemeDesignator", "LOCAL")
                .set("CodeMeaning", "CT thorax and abdomen"));
        made.item("RequestAttributesSequence", item -> item.set("ScheduledProcedureStepDescription", "CT for " + name)
                .set("RequestedProcedureID", "RP1").set("AccessionNumber", "ACX100" + patient));
        made.set("KVP", "120").set("SliceThickness", "5").set("ConvolutionKernel", "B31f").set("InstanceNumber", i + 1)
                .set("ImagePositionPatient", "-189.6", "-343", "" + -i).set("SliceLocation", "" + -i)
                .set("ImageOrientationPatient", "1", "0", "0", "0", "1", "0").set("PixelSpacing", "0.742", "0.742")
                .set("WindowCenter", "40").set("WindowWidth", "300").set("RescaleIntercept", "-1024")
                .set("RescaleSlope", "1")
                .setPrivate(0x0009, "SIEMENS CT VA1 DUMMY", 0x12, Vr.LO, name)
                .setPrivate(0x0019, "SIEMENS CT VA0  COAD", 0x90, Vr.DS, "0")
                .setPrivate(0x0029, "SIEMENS CSA HEADER", 0x10, Vr.OB, new Object[0])
                .bytes(0x00291020, Vr.OB, new byte[1536]).set("SamplesPerPixel", 1)
                .set("PhotometricInterpretation", "MONOCHROME2").set("Rows", side).set("Columns", side)
                .set("BitsAllocated", 16).set("BitsStored", 12).set("HighBit", 11).set("PixelRepresentation", 0);
        return made.bytes(Tag.PIXEL_DATA, Vr.OW, pixels).build();
    }
}
