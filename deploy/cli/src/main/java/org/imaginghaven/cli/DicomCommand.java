package org.imaginghaven.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code haven dicom}: looks at DICOM files. */
final class DicomCommand {

    private DicomCommand() {
    }

    static CommandSpec spec() {
        return Declared.command("dicom", new DicomCommand(), "Looks at DICOM files.").addSubcommand("json",
                new Json().spec);
    }

    /** {@code haven dicom json}. */
    static final class Json implements Callable<Integer> {

        private final CommandSpec spec = Declared.command("json", this,
                "Writes the JSON model (PS3.18 Annex F) of a file, or a line for each file of a folder, to standard output.",
                "Files that cannot be read are named on standard error with kind, position and tag; then the exit status is 1.");

        private Json() {
            spec.addPositional(PositionalParamSpec.builder().type(Path.class).required(true).paramLabel("FILE|DIR")
                    .description("what to read").build());
        }

        @Override
        public Integer call() throws IOException {
            Path path = java.util.Objects.<Path>requireNonNull(spec.positionalParameters().get(0).getValue());
            var err = spec.commandLine().getErr();
            if (!Files.exists(path)) {
                err.println("there is no " + path);
                return 2;
            }
            List<Path> files;
            try (Stream<Path> walk = Files.walk(path)) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            DicomJson json = new DicomJson();
            int faults = 0;
            try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 18)) {
                for (Path file : files) {
                    try (DicomFile dicom = DicomFile.read(file)) {
                        json.write(dicom.dataset(), out);
                        out.write('\n');
                    } catch (DicomException e) {
                        err.println(file + ": " + e.getMessage());
                        faults++;
                    }
                }
            }
            return faults == 0 ? 0 : 1;
        }
    }
}
