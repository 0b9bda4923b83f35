package org.imaginghaven.identifiable.ingest;

import java.io.IOException;
import java.nio.file.Path;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomJson;

/** Reads with the project's own engine. */
final class DicomInstanceReader implements InstanceReader {

    @Override
    public Reading read(Path file) {
        try (DicomFile dicom = DicomFile.read(file)) {
            Dataset dataset = dicom.dataset();
            return new Reading.Tags(InstanceFacts.of(dataset), DicomJson.of(dataset));
        } catch (DicomException e) {
            return new Reading.Unreadable(switch (e.kind()) {
                case NOT_DICOM -> QuarantineReason.NOT_DICOM;
                case TRUNCATED -> QuarantineReason.TRUNCATED;
                case NOT_AN_INSTANCE -> QuarantineReason.NOT_AN_INSTANCE;
                default -> QuarantineReason.MALFORMED;
            });
        } catch (IOException e) {
            return new Reading.Unreadable(QuarantineReason.UNREADABLE);
        }
    }
}
