package org.imaginghaven.identifiable.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Lists a folder to its depths without following links; what cannot be opened is listed too. */
final class FolderWalk {

    /** Takes what was found, in no order. */
    @FunctionalInterface
    interface Sink {
        void accept(FoundFile file) throws IOException;
    }

    private FolderWalk() {
    }

    static void walk(Path folder, Sink sink) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                sink.accept(found(file, attributes));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                sink.accept(new FoundFile(name(file), -1, QuarantineReason.UNREADABLE));
                return FileVisitResult.CONTINUE;
            }

            private FoundFile found(Path file, BasicFileAttributes attributes) {
                return new FoundFile(name(file), attributes.size(), problem(attributes));
            }

            private String name(Path file) {
                return folder.relativize(file).toString().replace('\\', '/');
            }
        });
    }

    private static @Nullable QuarantineReason problem(BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            return QuarantineReason.NOT_A_FILE;
        }
        return attributes.size() == 0 ? QuarantineReason.EMPTY_FILE : null;
    }
}
