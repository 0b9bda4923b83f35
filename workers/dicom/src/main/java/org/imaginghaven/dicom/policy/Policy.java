package org.imaginghaven.dicom.policy;

/** What happens to each element. */
public final class Policy {

    private final String name;

    private Policy(String name) {
        this.name = name;
    }

    /** A policy that comes with the project: {@code basic} or {@code research}. */
    public static Policy bundled(String name) {
        return new Policy(name);
    }

    /** Reads a policy file. */
    public static Policy read(java.nio.file.Path file) throws java.io.IOException {
        return new Policy(java.nio.file.Files.readString(file).lines().findFirst().orElse(""));
    }

    public String name() {
        return name;
    }
}
