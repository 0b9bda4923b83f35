package org.imaginghaven.app.web;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Map;
import org.imaginghaven.app.engine.ProcessStarter;
import org.imaginghaven.identifiable.IdentifiableZone;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands batches of files to ingest. */
@RestController
@Profile("identifiable")
class BatchesApi {

    private final IdentifiableZone zone;
    private final ProcessStarter engine;
    private final EvidenceLinks evidence;

    BatchesApi(IdentifiableZone zone, ProcessStarter engine, EvidenceLinks evidence) {
        this.zone = zone;
        this.engine = engine;
        this.evidence = evidence;
    }

    /** @param defaultController data controller of files whose folder names none */
    record NewBatch(@Nullable String folder, @Nullable String defaultController) {
    }

    record StartedBatch(String batchKey, long processInstanceKey) {
    }

    @PostMapping("/api/batches")
    @ResponseStatus(HttpStatus.CREATED)
    StartedBatch start(@RequestBody NewBatch batch, Principal person) {
        Key key = zone.ingest().register(path(batch.folder()), batch.defaultController(), person.getName());
        return new StartedBatch(key.value(), engine.start("identifiable-ingest-batch", Map.of("batchKey", key.value(),
                "startedBy", person.getName(), "evidenceUrl", evidence.ofBatch(key))));
    }

    private static Path path(@Nullable String folder) {
        if (folder == null || folder.isBlank()) {
            throw new IllegalArgumentException("Say which folder to ingest: {\"folder\": \"/path\"}.");
        }
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The folder's name cannot be used on this machine.", e);
        }
    }

    @GetMapping("/api/batches/{batchKey}")
    Map<String, Object> show(@PathVariable String batchKey) {
        Key key = new Key(batchKey);
        return Map.of("state", zone.ingest().state(key), "counts", zone.ingest().counts(key));
    }
}
