package org.imaginghaven.dicom;

import java.util.HexFormat;

/** A tag is an int, group in the upper half; compare with {@link Integer#compareUnsigned}. Names what the code needs. */
public final class Tag {

    public static final int TRANSFER_SYNTAX_UID = 0x00020010;
    public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
    public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
    public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    public static final int IMAGE_TYPE = 0x00080008;
    public static final int SOP_CLASS_UID = 0x00080016;
    public static final int SOP_INSTANCE_UID = 0x00080018;
    public static final int STUDY_DATE = 0x00080020;
    public static final int ACCESSION_NUMBER = 0x00080050;
    public static final int MODALITY = 0x00080060;
    public static final int MANUFACTURER = 0x00080070;
    public static final int STUDY_DESCRIPTION = 0x00081030;
    public static final int SERIES_DESCRIPTION = 0x0008103E;
    public static final int MANUFACTURER_MODEL_NAME = 0x00081090;
    public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
    public static final int PATIENT_NAME = 0x00100010;
    public static final int PATIENT_ID = 0x00100020;
    public static final int ISSUER_OF_PATIENT_ID = 0x00100021;
    public static final int PATIENT_BIRTH_DATE = 0x00100030;
    public static final int PATIENT_SEX = 0x00100040;
    public static final int PATIENT_AGE = 0x00101010;
    public static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
    public static final int DEIDENTIFICATION_METHOD = 0x00120063;
    public static final int DEIDENTIFICATION_METHOD_CODE_SEQUENCE = 0x00120064;
    public static final int BODY_PART_EXAMINED = 0x00180015;
    public static final int SEQUENCE_OF_ULTRASOUND_REGIONS = 0x00186011;
    public static final int SOFTWARE_VERSIONS = 0x00181020;
    public static final int STUDY_INSTANCE_UID = 0x0020000D;
    public static final int SERIES_INSTANCE_UID = 0x0020000E;
    public static final int SAMPLES_PER_PIXEL = 0x00280002;
    public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
    public static final int PLANAR_CONFIGURATION = 0x00280006;
    public static final int NUMBER_OF_FRAMES = 0x00280008;
    public static final int ROWS = 0x00280010;
    public static final int COLUMNS = 0x00280011;
    public static final int BITS_ALLOCATED = 0x00280100;
    public static final int BITS_STORED = 0x00280101;
    public static final int HIGH_BIT = 0x00280102;
    public static final int PIXEL_REPRESENTATION = 0x00280103;
    public static final int BURNED_IN_ANNOTATION = 0x00280301;
    public static final int LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED = 0x00280303;
    public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;
    public static final int ENCAPSULATED_DOCUMENT = 0x00420011;
    public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
    public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
    public static final int PIXEL_DATA = 0x7FE00010;
    public static final int TRAILING_PADDING = 0xFFFCFFFC;
    public static final int ITEM = 0xFFFEE000;
    public static final int ITEM_END = 0xFFFEE00D;
    public static final int SEQUENCE_END = 0xFFFEE0DD;

    private Tag() {
    }

    public static int group(int tag) {
        return tag >>> 16;
    }

    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    public static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0;
    }

    /** (gggg,0010) to (gggg,00FF) of an odd group: names the owner of a block. */
    public static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && element(tag) >= 0x10 && element(tag) <= 0xFF;
    }

    /** Curves 50xx and overlays 60xx repeat for even groups. */
    public static boolean isCurve(int tag) {
        return !isPrivate(tag) && (tag & 0xFF000000) == 0x50000000;
    }

    public static boolean isOverlay(int tag) {
        return !isPrivate(tag) && (tag & 0xFF000000) == 0x60000000;
    }

    /** {@code (0010,0020)}. */
    public static String text(int tag) {
        String hex = HexFormat.of().withUpperCase().toHexDigits(tag);
        return "(" + hex.substring(0, 4) + "," + hex.substring(4) + ")";
    }

    /** Eight hexadecimal digits, as the JSON model has them. */
    public static String hex(int tag) {
        return HexFormat.of().withUpperCase().toHexDigits(tag);
    }
}
