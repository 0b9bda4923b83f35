package org.imaginghaven.identifiable.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at one file: can it be read, is it an instance, whose is it. Touches no database. */
final class FileExamination {

    /** A file of a batch that nobody has looked at yet. */
    record Pending(long fileId, String path) {
    }

    private static final int BUFFER = 1 << 16;

    private final InstanceReader reader;
    private final Set<String> controllers;
    private final byte[] buffer = new byte[BUFFER];

    FileExamination(InstanceReader reader, Set<String> controllers) {
        this.reader = reader;
        this.controllers = controllers;
    }

    ExaminedFile examine(Batch batch, Pending pending) {
        try {
            Path file = batch.folder().resolve(pending.path());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return aside(pending, Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                        ? QuarantineReason.NOT_A_FILE
                        : QuarantineReason.UNREADABLE);
            }
            return switch (reader.read(file)) {
                case InstanceReader.Reading.Unreadable(QuarantineReason reason) -> aside(pending, reason);
                case InstanceReader.Reading.Tags(Optional<InstanceFacts> facts, String tags) ->
                    facts.isEmpty()
                            ? aside(pending, QuarantineReason.NOT_AN_INSTANCE)
                            : instance(batch, pending, file, facts.get(), tags);
            };
        } catch (IOException | InvalidPathException e) {
            return aside(pending, QuarantineReason.UNREADABLE);
        }
    }

    private ExaminedFile instance(Batch batch, Pending pending, Path file, InstanceFacts facts, String tags)
            throws IOException {
        if (!facts.uidsAreUsable()) {
            return aside(pending, QuarantineReason.BAD_UID);
        }
        String controller = controllerOf(pending.path(), batch.defaultController());
        if (controller == null) {
            return aside(pending, QuarantineReason.CONTROLLER_UNKNOWN);
        }
        PatientIdentifier patient = PatientIdentifiers.ofFile(facts.patientId(), controller, facts.studyUid());
        return new ExaminedFile.Instance(pending.fileId(), pending.path(), Files.size(file), digest(file), controller,
                patient, facts, tags);
    }

    private @Nullable String controllerOf(String path, @Nullable String otherwise) {
        int slash = path.indexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        return controllers.contains(folder) ? folder : otherwise;
    }

    private byte[] digest(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExaminedFile aside(Pending pending, QuarantineReason reason) {
        return new ExaminedFile.SetAside(pending.fileId(), reason);
    }
}
