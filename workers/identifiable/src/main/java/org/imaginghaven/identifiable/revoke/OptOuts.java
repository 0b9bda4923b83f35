package org.imaginghaven.identifiable.revoke;

import java.util.Map;
import java.util.Optional;
import org.imaginghaven.identifiable.ingest.PatientIdentifier;
import org.imaginghaven.identifiable.ingest.PatientIdentifiers;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

/** Takes in a patient's wish and hands out the opaque key under which the other zones hear of it. */
public final class OptOuts {

    private final ZoneDatabase database;

    public OptOuts(ZoneDatabase database) {
        this.database = database;
    }

    /**
     * @param source {@code chi}, {@code nhs} or {@code local:<controller>}
     * @return empty when the text is no identifier of that source, or no patient is known by it
     */
    public Optional<Key> record(String source, String value, String username) {
        Optional<PatientIdentifier> identifier = PatientIdentifiers.parseAs(source, value);
        if (identifier.isEmpty()) {
            return Optional.empty();
        }
        Key key = Key.random(Key.Kind.OPT_OUT);
        int recorded = database.changed(() -> database.sql().sql("""
                insert into identifiable.opt_out (opt_out_key, eupi, recorded_by)
                select :key, eupi, :by from identifiable.patient_identifier
                where source = :source and value = :value and valid_to is null""").param("key", key.value())
                .param("by", username).param("source", identifier.get().source())
                .param("value", identifier.get().value()).update(),
                rows -> rows == 1 ? new AuditEvent(username, "opt-out-recorded", key.value(), null, Map.of()) : null);
        return recorded == 1 ? Optional.of(key) : Optional.empty();
    }
}
