package org.imaginghaven.project.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a release holds: a file's path, size in bytes and SHA-256. The same files always give the same bytes. */
final class Manifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifest() {
    }

    static byte[] of(Release release, List<PackagedFile> files) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema", 1);
        manifest.put("release", release.releaseKey().value());
        manifest.put("project", release.projectKey().value());
        manifest.put("files", files.stream().sorted(Comparator.comparing(PackagedFile::path)).map(Manifest::entry)
                .toList());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest of texts and numbers can always be written", e);
        }
    }

    private static Map<String, Object> entry(PackagedFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", "files/" + file.path());
        entry.put("bytes", file.size());
        entry.put("sha256", file.sha256());
        return entry;
    }
}
