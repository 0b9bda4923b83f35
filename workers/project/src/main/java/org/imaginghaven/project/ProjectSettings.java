package org.imaginghaven.project;

import java.nio.file.Path;

/**
 * Where the project zone keeps things.
 *
 * @param quarantine verified packages, one folder an extraction
 * @param projects one folder a project, one folder a release in it; what lies here can be read by researchers
 * @param secrets the key that signs manifests
 */
public record ProjectSettings(Path quarantine, Path projects, Path secrets) {
}
