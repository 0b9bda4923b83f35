package org.imaginghaven.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {

    private static final Map<String, String> FILES = Map.of("a/letters.txt", "models/ppocr_keys_v1.txt");

    @TempDir
    private Path root;

    @Test
    void manyAtOnceGetOneCompleteFolderAndLeaveNothingBeside() throws Exception {
        Callable<Path> unpack = () -> NativeCache.at(root).folder("set", FILES);
        List<Path> folders = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Path>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(pool.submit(unpack));
            }
            for (Future<Path> one : all) {
                folders.add(one.get());
            }
        }
        assertThat(folders).containsOnly(folders.getFirst());
        assertThat(folders.getFirst().resolve("a/letters.txt")).isNotEmptyFile();
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left).containsExactly(folders.getFirst());
        }
    }

    @Test
    void aFolderThatLostBytesIsUnpackedAgain() throws IOException {
        Path folder = NativeCache.at(root).folder("set", FILES);
        long size = Files.size(folder.resolve("a/letters.txt"));
        Files.writeString(folder.resolve("a/letters.txt"), "cut");
        assertThat(NativeCache.at(root).folder("set", FILES).resolve("a/letters.txt")).hasSize(size);
    }

    @Test
    void aMissingArtifactIsNamed() {
        assertThatThrownBy(() -> NativeCache.at(root).folder("set", Map.of("x", "no/such.so")))
                .isInstanceOf(IOException.class)
                .hasMessage("no/such.so is on no class path entry: its artifact is missing for this machine");
    }
}
