package org.imaginghaven.demo.archive;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.demo.archive.Truth.Kind;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;

/** Pictures: CT, MR, radiographs and ultrasound. */
final class ImageStudies {

    private static final String CT_CLASS = "1.2.840.10008.5.1.4.1.1.2";
    private static final String MR_CLASS = "1.2.840.10008.5.1.4.1.1.4";
    private static final String CR_CLASS = "1.2.840.10008.5.1.4.1.1.1";
    private static final String DX_CLASS = "1.2.840.10008.5.1.4.1.1.1.1";
    private static final String US_CLASS = "1.2.840.10008.5.1.4.1.1.6.1";
    private static final int SLICE_SIZE = 160;
    private static final int SLICES = 4;
    private static final int US_WIDTH = 640;
    private static final int US_HEIGHT = 480;

    private ImageStudies() {
    }

    static List<MadeFile> ct(Visit visit, Vendor vendor, String bodyPart, String description) {
        List<MadeFile> files = new ArrayList<>();
        String series = visit.uid();
        String frame = visit.uid();
        for (int i = 1; i <= SLICES; i++) {
            Sheet sheet = CommonElements.begin(visit, CT_CLASS, "CT", series, 1, i, description);
            vendor.addDevice(sheet, visit, vendor.model());
            slice(sheet, frame, bodyPart, i, visit);
            sheet.set("ImageType", "ORIGINAL", "PRIMARY", "AXIAL")
                    .set("SeriesDescription", "AX " + bodyPart + " 5.0 B30f")
                    .set("ProtocolName", description).set("KVP", "120").set("XRayTubeCurrent", "210")
                    .set("RescaleIntercept", "-1024").set("RescaleSlope", "1").set("ConvolutionKernel", "B30f");
            vendor.addPrivate(sheet, visit);
            files.add(made(visit, "CT", 1, i, sheet, syntax(visit)));
        }
        return files;
    }

    static List<MadeFile> mr(Visit visit, Vendor vendor, String bodyPart, String description) {
        List<MadeFile> files = new ArrayList<>();
        String frame = visit.uid();
        String[] weights = {"T1", "T2"};
        for (int number = 1; number <= weights.length; number++) {
            String series = visit.uid();
            for (int i = 1; i <= SLICES; i++) {
                Sheet sheet = CommonElements.begin(visit, MR_CLASS, "MR", series, number, i, description);
                vendor.addDevice(sheet, visit, "Kelpie MR");
                slice(sheet, frame, bodyPart, i, visit);
                sheet.set("ImageType", "ORIGINAL", "PRIMARY", "M", "ND")
                        .set("SeriesDescription", "AX " + weights[number - 1] + " TSE").set("ScanningSequence", "SE")
                        .set("SequenceVariant", "SK").set("ScanOptions").set("MRAcquisitionType", "2D")
                        .set("RepetitionTime", number == 1 ? "520" : "4000").set("EchoTime", number == 1 ? "12" : "98")
                        .set("MagneticFieldStrength", "1.5").item("ReferencedPatientSequence",
                                patient -> patient.set("ReferencedSOPClassUID", "1.2.840.10008.3.1.2.1.1")
                                        .plant("ReferencedSOPInstanceUID", Kind.UID, visit.studyUid() + ".1"));
                vendor.addPrivate(sheet, visit);
                files.add(made(visit, "MR", number, i, sheet, syntax(visit)));
            }
        }
        return files;
    }

    private static void slice(Sheet sheet, String frame, String bodyPart, int number, Visit visit) {
        sheet.set("BodyPartExamined", bodyPart).plant("FrameOfReferenceUID", Kind.UID, frame)
                .set("SliceThickness", "5").set("PatientPosition", "HFS")
                .set("ImagePositionPatient", "-160", "-160", Integer.toString(number * 5))
                .set("ImageOrientationPatient", "1", "0", "0", "0", "1", "0").set("SliceLocation", number * 5)
                .set("PixelSpacing", "2", "2").set("WindowCenter", "1040").set("WindowWidth", "1800");
        grey16(sheet, SLICE_SIZE, SLICE_SIZE, Phantom.slice(SLICE_SIZE, number, visit.random()));
    }

    /** One projection, as DX (chest) or CR (hand). */
    static List<MadeFile> radiograph(Visit visit, Vendor vendor, boolean digital, String bodyPart, String description) {
        String modality = digital ? "DX" : "CR";
        Sheet sheet = CommonElements.begin(visit, digital ? DX_CLASS : CR_CLASS, modality, visit.uid(), 1, 1,
                description);
        vendor.addDevice(sheet, visit, digital ? "Skerry DX" : "Skerry CR");
        sheet.set("ImageType", digital ? new Object[]{"ORIGINAL", "PRIMARY", ""} : new Object[]{"ORIGINAL", "PRIMARY"})
                .set("BodyPartExamined", bodyPart).set("ViewPosition", "PA").set("SeriesDescription", bodyPart + " PA")
                .set("KVP", "110").set("ImagerPixelSpacing", "1", "1").set("PixelIntensityRelationship", "LOG")
                .set("PixelIntensityRelationshipSign", -1).set("PresentationIntentType", "FOR PRESENTATION")
                .set("ImageLaterality", "U").set("WindowCenter", "2000").set("WindowWidth", "3000")
                .item("PerformedProtocolCodeSequence", code -> code.set("CodeValue", "36643-5")
                        .set("CodingSchemeDesignator", "LN").set("CodeMeaning", "XR Chest 2 Views"))
                .item("PerformingPhysicianIdentificationSequence",
                        staff -> staff.plant("InstitutionName", Kind.SITE, visit.hospital().title())
                                .plant("PersonTelephoneNumbers", Kind.PHONE, "01632 960" + (100 + visit.number())));
        vendor.addPrivate(sheet, visit);
        grey16(sheet, 224, 256, Phantom.radiograph(224, 256, visit.random()));
        return List.of(made(visit, modality, 1, 1, sheet, syntax(visit)));
    }

    /** Pictures with the patient's name, number and the date in their pixels; colour and grey by turns. */
    static List<MadeFile> ultrasound(Visit visit, String description) {
        List<MadeFile> files = new ArrayList<>();
        String series = visit.uid();
        for (int i = 1; i <= 2; i++) {
            Sheet sheet = CommonElements.begin(visit, US_CLASS, "US", series, 1, i, description);
            Vendor.CALEDON.addDevice(sheet, visit, "Selkie US");
            sheet.set("ImageType", "ORIGINAL", "PRIMARY", "ABDOMINAL", "0001").set("BodyPartExamined", "ABDOMEN")
                    .set("SeriesDescription", "Liver").item("SequenceOfUltrasoundRegions", ImageStudies::region);
            if (visit.person().quirk().ordinal() % 3 == 0) {
                sheet.set("BurnedInAnnotation", "YES");
            }
            Vendor.CALEDON.addPrivate(sheet, visit);
            List<String> lines = burnedIn(sheet, visit);
            BufferedImage picture = Phantom.ultrasound(US_WIDTH, US_HEIGHT, lines, visit.random());
            if (i == 1) {
                pixels(sheet, US_WIDTH, US_HEIGHT, 8, "RGB", 3);
                sheet.set("PlanarConfiguration", 0).bytes(Tag.PIXEL_DATA, Vr.OB, Phantom.rgb(picture));
            } else {
                pixels(sheet, US_WIDTH, US_HEIGHT, 8, "MONOCHROME2", 1);
                sheet.bytes(Tag.PIXEL_DATA, Vr.OB, Phantom.grey(picture));
            }
            files.add(made(visit, "US", 1, i, sheet, TransferSyntax.EXPLICIT_LE));
        }
        return files;
    }

    private static List<String> burnedIn(Sheet sheet, Visit visit) {
        Person person = visit.person();
        String number = visit.patientId().isBlank() ? person.localId() : visit.patientId();
        sheet.note(Kind.NAME, person.familyUpper(), "pixels").note(Kind.NAME, person.givenUpper(), "pixels")
                .note(Kind.PATIENT_ID, number, "pixels").note(Kind.DATE, visit.writtenDate(), "pixels")
                .note(Kind.SITE, visit.hospital().title(), "pixels");
        return List.of(person.familyUpper() + ", " + person.givenUpper() + "   " + number,
                visit.hospital().title() + "   " + visit.writtenDate(), "Liver  C5-1  MI 0.9");
    }

    private static void region(Sheet region) {
        region.set("RegionSpatialFormat", 1).set("RegionDataType", 1).set("RegionFlags", 0)
                .set("RegionLocationMinX0", 120).set("RegionLocationMinY0", 80).set("RegionLocationMaxX1", 520)
                .set("RegionLocationMaxY1", 460).set("PhysicalUnitsXDirection", 3).set("PhysicalUnitsYDirection", 3)
                .set("PhysicalDeltaX", 0.04).set("PhysicalDeltaY", 0.04);
    }

    private static void grey16(Sheet sheet, int columns, int rows, byte[] pixels) {
        pixels(sheet, columns, rows, 16, "MONOCHROME2", 1);
        sheet.bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
    }

    static void pixels(Sheet sheet, int columns, int rows, int bits, String interpretation, int samples) {
        int stored = bits == 16 ? 12 : bits;
        sheet.set("SamplesPerPixel", samples).set("PhotometricInterpretation", interpretation).set("Rows", rows)
                .set("Columns", columns).set("BitsAllocated", bits).set("BitsStored", stored).set("HighBit", stored - 1)
                .set("PixelRepresentation", 0);
    }

    /** Most files are explicit little endian; the others are there too. */
    private static TransferSyntax syntax(Visit visit) {
        return switch (visit.person().quirk()) {
            case CHI_IN_DESCRIPTION, VERY_OLD -> TransferSyntax.IMPLICIT_LE;
            case SURNAME_IN_DESCRIPTION ->
                visit.number() == 0 ? TransferSyntax.EXPLICIT_BE : TransferSyntax.EXPLICIT_LE;
            case TYPING_ERROR -> visit.number() == 1 ? TransferSyntax.DEFLATED_LE : TransferSyntax.EXPLICIT_LE;
            default -> TransferSyntax.EXPLICIT_LE;
        };
    }

    static MadeFile made(Visit visit, String modality, int series, int instance, Sheet sheet, TransferSyntax syntax) {
        String folder = visit.date().getYear() + "/" + visit.person().label().replace('P', 'S') + "V" + visit.number()
                + "/" + modality + series;
        // some systems give their files an ending, some do not
        String name = "IM%04d".formatted(instance) + (visit.hospital() == Visit.Hospital.CENTRAL ? "" : ".dcm");
        return new MadeFile(visit, modality, folder, name, sheet, syntax);
    }
}
