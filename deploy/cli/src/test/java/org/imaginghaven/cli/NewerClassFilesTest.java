package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NewerClassFilesTest {

    @TempDir
    Path folder;

    private Path copied() throws Exception {
        Path library = Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path copy = folder.resolve("copy.jar");
        NewerClassFiles.copy(library, copy);
        try (ZipFile before = new ZipFile(library.toFile()); ZipFile after = new ZipFile(copy.toFile())) {
            assertThat(after.size()).isEqualTo(before.size());
        }
        return copy;
    }

    @Test
    void noOldClassFileIsLeft() throws Exception {
        int mapped = 0;
        try (ZipFile copy = new ZipFile(copied().toFile())) {
            for (Enumeration<? extends ZipEntry> all = copy.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                if (entry.getName().endsWith(".class")) {
                    ClassModel model = ClassFile.of().parse(bytes(copy, entry));
                    assertThat(model.majorVersion()).as(entry.getName()).isGreaterThanOrEqualTo(50);
                    mapped += (int) model.methods().stream().flatMap(method -> method.code().stream())
                            .filter(code -> code.findAttribute(Attributes.stackMapTable()).isPresent()).count();
                }
            }
        }
        assertThat(mapped).isGreaterThan(500);
    }

    private static byte[] bytes(ZipFile file, ZipEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Test
    void theJavaMachineAcceptsEveryClassOfTheCopy() throws Exception {
        Path copy = copied();
        int loaded = 0;
        try (URLClassLoader loader = new URLClassLoader(new URL[]{copy.toUri().toURL()},
                ClassLoader.getPlatformClassLoader()); ZipFile file = new ZipFile(copy.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements();) {
                String name = all.nextElement().getName();
                // those that need Groovy cannot be loaded at all
                if (name.startsWith("picocli/CommandLine") && name.endsWith(".class")) {
                    Class<?> type = Class.forName(name.substring(0, name.length() - 6).replace('/', '.'), true, loader);
                    assertThat(type.getClassLoader()).isSameAs(loader);
                    loaded++;
                }
            }
        }
        assertThat(loaded).isGreaterThan(150);
    }
}
