package org.imaginghaven.gate.extract;

import java.security.SecureRandom;
import java.util.Optional;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

/** The secret of each project, made when it is first needed and never made again once destroyed. */
final class ProjectSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ProjectSecrets() {
    }

    static Optional<byte[]> of(ZoneDatabase database, Key project) {
        byte[] fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        database.sql().sql("""
                insert into identifiable.project_secret (project_key, secret) values (:key, :secret)
                on conflict do nothing""").param("key", project.value()).param("secret", fresh).update();
        return Optional.ofNullable(database.sql()
                .sql("select secret from identifiable.project_secret where project_key = :key")
                .param("key", project.value()).query((row, n) -> new byte[][]{row.getBytes(1)}).single()[0]);
    }
}
