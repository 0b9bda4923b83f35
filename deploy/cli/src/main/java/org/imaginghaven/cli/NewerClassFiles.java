package org.imaginghaven.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies a library, with class files of Java 5 and before in the form of Java 8: same code, with the stack maps that the
 * newer form has. The start-up cache takes in no older ones, and loading and checking them is most of a short run. Called by
 * deploy/haven while it builds.
 */
final class NewerClassFiles {

    private static final int OLD = ClassFile.JAVA_5_VERSION;

    private NewerClassFiles() {
    }

    /** From the library that is named first to a new one that is named second. */
    public static void main(String[] arguments) throws IOException {
        copy(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void copy(Path from, Path to) throws IOException {
        try (ZipFile library = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream copy = new ZipOutputStream(file)) {
            ClassFile form = form(library);
            for (ZipEntry entry : library.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = library.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    copy.write(entry.getName().endsWith(".class") ? newer(form, bytes) : bytes);
                    copy.closeEntry();
                }
            }
        }
    }

    private static ClassFile form(ZipFile library) {
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(name -> open(library, name));
        ClassHierarchyResolver java = ClassHierarchyResolver.ofClassLoading(ClassLoader.getPlatformClassLoader());
        return ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(own.orElse(java).cached()));
    }

    private static @Nullable InputStream open(ZipFile library, ClassDesc name) {
        String descriptor = name.descriptorString();
        ZipEntry entry = library.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : library.getInputStream(entry);
        } catch (IOException e) {
            return null;
        }
    }

    private static byte[] newer(ClassFile form, byte[] bytes) {
        ClassModel old = form.parse(bytes);
        return old.majorVersion() > OLD ? bytes : form.transformClass(old, NewerClassFiles::newer);
    }

    private static void newer(ClassBuilder newer, ClassElement element) {
        if (element instanceof ClassFileVersion) {
            newer.withVersion(ClassFile.JAVA_8_VERSION, 0);
        } else if (element instanceof MethodModel method) {
            // taking the code apart and together again is what makes its stack maps
            newer.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
        } else {
            newer.with(element);
        }
    }
}
