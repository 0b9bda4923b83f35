package org.imaginghaven.dicom;

/**
 * How a file's bytes are to be read.
 *
 * @param uid the transfer syntax UID
 * @param explicit whether elements carry their VR
 * @param bigEndian byte order
 * @param deflated the data set is a raw deflate stream
 * @param encapsulated pixel data are fragments
 */
public record TransferSyntax(String uid, boolean explicit, boolean bigEndian, boolean deflated, boolean encapsulated) {

    public static final TransferSyntax IMPLICIT_LE = new TransferSyntax("1.2.840.10008.1.2", false, false, false,
            false);
    public static final TransferSyntax EXPLICIT_LE = new TransferSyntax("1.2.840.10008.1.2.1", true, false, false,
            false);
    public static final TransferSyntax EXPLICIT_BE = new TransferSyntax("1.2.840.10008.1.2.2", true, true, false,
            false);
    public static final TransferSyntax DEFLATED_LE = new TransferSyntax("1.2.840.10008.1.2.1.99", true, false, true,
            false);
    /** RLE lossless. */
    public static final String RLE = "1.2.840.10008.1.2.5";
    private static final String GE_IMPLICIT_BE_PIXELS = "1.2.840.113619.5.2";

    /** The syntax of the UID; anything not known by name is explicit little endian with encapsulated pixel data. */
    public static TransferSyntax of(String uid) throws DicomException {
        return switch (uid) {
            case "1.2.840.10008.1.2" -> IMPLICIT_LE;
            case "1.2.840.10008.1.2.1" -> EXPLICIT_LE;
            case "1.2.840.10008.1.2.2" -> EXPLICIT_BE;
            case "1.2.840.10008.1.2.1.99" -> DEFLATED_LE;
            case GE_IMPLICIT_BE_PIXELS -> throw new DicomException(DicomException.Kind.UNKNOWN_TRANSFER_SYNTAX, 0,
                    Tag.TRANSFER_SYNTAX_UID, uid.length());
            default -> {
                // 1.2.1.98 is encapsulated uncompressed, 1.2.4.x and later are compressed; JPIP refers to elsewhere
                if (!uid.startsWith("1.2.840.10008.1.2.") || uid.startsWith("1.2.840.10008.1.2.4.94")
                        || uid.startsWith("1.2.840.10008.1.2.4.95")) {
                    throw new DicomException(DicomException.Kind.UNKNOWN_TRANSFER_SYNTAX, 0, Tag.TRANSFER_SYNTAX_UID,
                            uid.length());
                }
                yield new TransferSyntax(uid, true, false, false, true);
            }
        };
    }
}
