package org.imaginghaven.demo.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.imaginghaven.demo.archive.Truth.Identifier;
import org.imaginghaven.demo.archive.Truth.Kind;
import org.imaginghaven.demo.archive.Truth.State;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.TransferSyntax;

/** What lies about in an archive and is no image: notes, logs, a thumbnail cache, an empty file, a DICOMDIR. */
final class Litter {

    private static final String DIRECTORY_CLASS = "1.2.840.10008.1.3.10";
    private static final int MOST_MENTIONS = 5;

    private final Shelf shelf;
    private final List<Person> people = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();

    Litter(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The first few are written about. */
    void mention(Person person, Visit visit) {
        if (people.size() < MOST_MENTIONS && !people.contains(person)) {
            people.add(person);
            visits.add(visit);
        }
    }

    void scatter(Random random) throws IOException {
        Person first = people.getFirst();
        shelf.putOther("north/READ ME.txt", State.NOT_DICOM,
                utf8("Export for " + first.given() + " " + first.family() + ", phone " + first.phone() + "\n"),
                List.of(at(Kind.NAME, first.given()), at(Kind.NAME, first.family()), at(Kind.PHONE, first.phone())));
        StringBuilder log = new StringBuilder();
        List<Identifier> logged = new ArrayList<>();
        for (Person person : people) {
            log.append("sent ").append(person.dicomName()).append(' ').append(person.chis().getFirst()).append(" ok\n");
            logged.add(at(Kind.NAME, person.dicomName()));
            logged.add(at(Kind.PATIENT_ID, person.chis().getFirst()));
        }
        shelf.putOther("south/export.log", State.NOT_DICOM, utf8(log.toString()), logged);
        byte[] noise = new byte[3_000];
        random.nextBytes(noise);
        shelf.putOther("central/Thumbs.db", State.NOT_DICOM, noise, List.of());
        shelf.putOther("south/2021/IM0009.dcm", State.EMPTY, new byte[0], List.of());
        directory();
    }

    private void directory() throws IOException {
        Sheet sheet = new Sheet();
        String uid = visits.getFirst().studyUid() + ".9";
        sheet.set("SOPClassUID", DIRECTORY_CLASS).plant("SOPInstanceUID", Kind.UID, uid).set("FileSetID", "EXPORT");
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            Visit visit = visits.get(i);
            sheet.item("DirectoryRecordSequence",
                    record -> record.set("DirectoryRecordType", "PATIENT").set("RecordInUseFlag", 0xFFFF)
                            .name("PatientName", Kind.NAME, CommonElements.plain(person))
                            .plant("PatientID", Kind.PATIENT_ID, person.chis().getFirst()));
            sheet.item("DirectoryRecordSequence",
                    record -> record.set("DirectoryRecordType", "STUDY").set("RecordInUseFlag", 0xFFFF)
                            .plant("StudyDate", Kind.DATE, visit.dicomDate())
                            .plant("StudyInstanceUID", Kind.UID, visit.studyUid()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, sheet.build(), TransferSyntax.EXPLICIT_LE);
        shelf.putOther("north/DICOMDIR", State.DIRECTORY, out.toByteArray(), sheet.planted());
    }

    private static Identifier at(Kind kind, String value) {
        return new Identifier(kind.label(), value, "document");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
