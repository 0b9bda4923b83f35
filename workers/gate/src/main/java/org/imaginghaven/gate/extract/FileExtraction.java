package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.imaginghaven.dicom.deid.Deidentifier;
import org.imaginghaven.dicom.deid.Outcome;
import org.imaginghaven.dicom.deid.TextCleaner;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.identity.SubjectSource;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.gate.GateParts;
import org.imaginghaven.gate.KnownPatient;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.jspecify.annotations.Nullable;

/**
 * De-identifies one requested file into the package and looks at it again. Whatever cannot be vouched for is flagged for a
 * person; nothing is left on disk unless the file is reported as de-identified. One for each job: remembers the patient
 * of the file before.
 */
final class FileExtraction {

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{2,60}");
    private static final String ALWAYS = " when SOPClassUID exists";

    private final GateParts parts;
    private final TextDetectors detectors;
    private final TextCleaner cleaner;
    private final Policy policy;
    private final Policy textPolicy;
    private final ProjectKey key;
    private final Function<String, KnownPatient> patients;
    private final PackageFolder folder;
    private @Nullable Current current;

    /** @param textPolicy for reports whose text may be released */
    FileExtraction(GateParts parts, TextDetectors detectors, Policy policy, Policy textPolicy, ProjectKey key,
            Function<String, KnownPatient> patients,
            PackageFolder folder) {
        this.parts = parts;
        this.detectors = detectors;
        this.cleaner = parts.cleaner().apply(detectors);
        this.policy = policy;
        this.textPolicy = textPolicy;
        this.key = key;
        this.patients = patients;
        this.folder = folder;
    }

    /** What belongs to one patient and pixel rule. */
    private record Current(String eupi, String action, KnownIdentifiers known, Deidentifier deidentifier,
            IdentifierSearch search) {
    }

    ExtractedFile extract(SourceFile source) {
        if (source.optedOut()) {
            return ExtractedFile.without(source.item(), FileState.REJECTED, "OPTED_OUT");
        }
        if (source.image() && source.pixelAction() == null) {
            return ExtractedFile.without(source.item(), FileState.FLAGGED, Outcome.Reason.NO_PIXEL_RULE.name());
        }
        try {
            if (!Files.isRegularFile(source.path())) {
                return ExtractedFile.without(source.item(), FileState.FAILED, "SOURCE_MISSING");
            }
            if (Files.size(source.path()) != source.size()) {
                return ExtractedFile.without(source.item(), FileState.FAILED, "SOURCE_CHANGED");
            }
            return deidentify(source);
        } catch (IOException e) {
            return ExtractedFile.without(source.item(), FileState.FAILED, "INPUT_OUTPUT");
        }
    }

    private ExtractedFile deidentify(SourceFile source) throws IOException {
        Current tools = toolsFor(source);
        Deidentifier engine = tools.deidentifier();
        if (source.reportText()) {
            ReportRelease release = new ReportRelease(detectors, textPolicy);
            switch (release.of(source.path(), tools.known(), tools.deidentifier().parts())) {
                case ReportRelease.Held held -> {
                    return ExtractedFile.without(source.item(), FileState.FLAGGED, held.reason());
                }
                case ReportRelease.Ready ready -> engine = ready.engine();
            }
        }
        return switch (engine.deidentify(source.path(), folder.files())) {
            case Outcome.Deidentified done -> checked(source, tools, done.output());
            case Outcome.Quarantined held ->
                ExtractedFile.without(source.item(), FileState.FLAGGED, held.reason().name());
            case Outcome.Failed failed -> ExtractedFile.without(source.item(), FileState.FAILED,
                    WORD.matcher(failed.reason()).matches() ? failed.reason() : "UNREADABLE");
        };
    }

    private ExtractedFile checked(SourceFile source, Current tools, Path output) throws IOException {
        Path file = folder.files().resolve(output);
        if (tools.search().findsIn(file)) {
            Files.deleteIfExists(file);
            return ExtractedFile.without(source.item(), FileState.FLAGGED, "IDENTIFIER_LEFT");
        }
        return new ExtractedFile(source.item(), FileState.DEIDENTIFIED, null, folder.nameOf(file),
                PackageFolder.sha256(file), Files.size(file), source.promotion());
    }

    private Current toolsFor(SourceFile source) {
        String action = source.pixelAction() == null ? "hold" : source.pixelAction();
        Current before = current;
        if (before != null && before.eupi().equals(source.eupi()) && before.action().equals(action)) {
            return before;
        }
        KnownPatient patient = patients.apply(source.eupi());
        Set<String> more = lowerCase(patient);
        Deidentifier.Parts made = Deidentifier.Parts.of(policy, key).withSubjects(SubjectSource.given(source.eupi()))
                .withCleaner((text, place, known) -> cleaner.clean(text, place, union(known, more)))
                .withDecoder(parts.decoder())
                .withPixelRules(PixelRules.parse("rule promoted: " + action + ALWAYS, "promotion"));
        var finder = parts.finder();
        Deidentifier.Parts complete = finder == null
                ? made
                : made.withFinder((header, pixels, known) -> finder.look(header, pixels, union(known, more)));
        Current tools = new Current(source.eupi(), action, patient.forDetectors(), new Deidentifier(complete),
                new IdentifierSearch(patient));
        current = tools;
        return tools;
    }

    private static Set<String> lowerCase(KnownPatient patient) {
        Set<String> texts = new HashSet<>();
        for (var list : java.util.List.of(patient.names(), patient.ids(), patient.dates(), patient.contacts())) {
            for (String text : list) {
                for (String part : text.toLowerCase(Locale.ROOT).split("[\\s^=,]+")) {
                    if (part.length() > 1) {
                        texts.add(part);
                    }
                }
            }
        }
        return texts;
    }

    private static Set<String> union(Set<String> known, Set<String> more) {
        Set<String> all = new HashSet<>(known);
        all.addAll(more);
        return all;
    }
}
