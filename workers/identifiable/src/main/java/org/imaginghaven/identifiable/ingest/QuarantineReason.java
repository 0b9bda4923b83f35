package org.imaginghaven.identifiable.ingest;

/** Why a file was set aside. A reason names a kind of fault, never what the file held. */
enum QuarantineReason {
    /** Not DICOM at all. */
    NOT_DICOM,
    /** Begins as DICOM and ends too early. */
    TRUNCATED,
    /** DICOM that breaks its own rules so that its tags cannot be vouched for. */
    MALFORMED,
    /** Zero bytes long. */
    EMPTY_FILE,
    /** The file system would not give it: no right, a fault, or a name it cannot spell. */
    UNREADABLE,
    /** Not a regular file: a symbolic link, a pipe, a device. Links are not followed: they may lead out of the batch. */
    NOT_A_FILE,
    /** DICOM, but without the UIDs that make it an instance: a directory, for example. */
    NOT_AN_INSTANCE,
    /** Its UIDs are longer than 64 characters or hold control characters. */
    BAD_UID,
    /** Another file of other content has the same SOP Instance UID. */
    UID_CONFLICT,
    /** Neither the folder nor the batch says which data controller is responsible. */
    CONTROLLER_UNKNOWN,
    /** A linked table whose header row cannot be used. */
    BAD_TABLE
}
