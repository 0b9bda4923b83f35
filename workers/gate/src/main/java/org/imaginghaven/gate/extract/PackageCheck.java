package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Compares a package on disk with its rows, both ways. */
final class PackageCheck {

    private final Extractions extractions;
    private final GateSettings settings;

    PackageCheck(Extractions extractions, GateSettings settings) {
        this.extractions = extractions;
        this.settings = settings;
    }

    /** A file without a row, left by a crash, goes; a row without its file, or with another, has failed. */
    void verify(Key extraction, String jobType) throws IOException {
        PackageFolder folder = new PackageFolder(settings.quarantine(), extraction);
        Set<String> vouched = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (Extractions.PackagedFile file : extractions.packaged(extraction)) {
            if (folder.holds(file.output(), file.sha256(), file.size()) && vouched.add(file.output())) {
                continue;
            }
            wrong.add(file.item());
        }
        if (!wrong.isEmpty()) {
            extractions.fail(extraction, wrong, "OUTPUT_CHANGED", AuditEvent.bySystem(jobType,
                    "package-files-differ", extraction, Map.of("files", "" + wrong.size())));
        }
        Set<String> stray = new HashSet<>(folder.names());
        stray.removeAll(vouched);
        folder.delete(stray);
    }

    /** Whoever opted out while the package was made goes, row and file. */
    void rejectOptedOut(Key extraction, String jobType) throws IOException {
        List<String> outputs = extractions.rejectOptedOut(extraction,
                AuditEvent.bySystem(jobType, "opted-out-files-rejected", extraction, Map.of()));
        new PackageFolder(settings.quarantine(), extraction).delete(outputs);
    }

    boolean complete(Key extraction) throws IOException {
        Set<String> named = new HashSet<>();
        extractions.packaged(extraction).forEach(file -> named.add(file.output()));
        return named.equals(new PackageFolder(settings.quarantine(), extraction).names());
    }

    void writeMetadata(Key extraction) throws IOException {
        new PackageFolder(settings.quarantine(), extraction).writeMetadata(extractions.metadata(extraction));
    }
}
