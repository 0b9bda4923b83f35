package org.imaginghaven.gate.revoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.imaginghaven.gate.promote.InventoryIndex;
import org.imaginghaven.gate.promote.PromotionDesk;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

final class JdbcRevocations implements Revocations {

    /** All EUPIs that are the patient of the opt-out, whichever way they were merged. */
    private static final String PATIENT = """
            with recursive person(eupi) as (
                select eupi from identifiable.opt_out where opt_out_key = :subject
                union
                select unnest(array[
                    case when p.eupi = n.eupi then p.merged_into end, case when p.merged_into = n.eupi then p.eupi end])
                from person n join identifiable.patient p on p.eupi = n.eupi or p.merged_into = n.eupi)
            """;

    private final ZoneDatabase database;
    private final InventoryIndex index;

    JdbcRevocations(ZoneDatabase database, InventoryIndex index) {
        this.database = database;
        this.index = index;
    }

    @Override
    public Revocation find(Key revocation) {
        return database.sql().sql("select kind, subject from governance.revocation where revocation_key = :key")
                .param("key", revocation.value()).query((row, n) -> new Revocation(revocation,
                        Revocation.Kind.of(row.getString("kind")), row.getString("subject")))
                .single();
    }

    @Override
    public void optOut(Revocation revocation, AuditEvent event) throws IOException {
        try {
            database.change(event, () -> {
                database.hold(PromotionDesk.INVENTORY_LOCK);
                List<UUID> keys = database.sql().sql(PATIENT + """
                        select l.patient_key from person n join identifiable.inventory_link l using (eupi)""")
                        .param("subject", revocation.subject()).query(UUID.class).list();
                for (UUID key : keys) {
                    database.sql().sql("delete from inventory.patient where patient_key = :key").param("key", key)
                            .update();
                }
                removeFromIndex(keys);
                holdExtractions(revocation);
                database.sql().sql(PATIENT + """
                        update governance.extraction_file f set state = 'rejected', reason = 'OPTED_OUT'
                        from governance.extraction e, identifiable.project_pseudonym s, person n
                        where f.extraction_key = e.extraction_key and s.project_key = e.project_key
                            and s.pseudonym = f.pseudonym and s.eupi = n.eupi
                            and f.state in ('pending', 'deidentified', 'flagged')""")
                        .param("subject", revocation.subject()).update();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void removeFromIndex(List<UUID> keys) {
        try {
            index.remove(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishing a release holds the same: either it is out and listed, or its files are gone before it goes out. */
    private void holdExtractions(Revocation revocation) {
        database.sql().sql(PATIENT + """
                select distinct f.extraction_key from governance.extraction_file f
                join governance.extraction e using (extraction_key)
                join identifiable.project_pseudonym s on s.project_key = e.project_key and s.pseudonym = f.pseudonym
                join person n on n.eupi = s.eupi order by 1""").param("subject", revocation.subject())
                .query(String.class).list().forEach(database::hold);
    }

    @Override
    public void suspend(Revocation revocation, AuditEvent event) {
        database.changed(() -> database.sql().sql("""
                update governance.promotion set state = 'suspended', changed_at = now()
                where promotion_key = :subject and state in ('active', 'proposed')""")
                .param("subject", revocation.subject()).update(), suspended -> suspended > 0 ? event : null);
    }

    @Override
    public void list(Revocation revocation, AuditEvent event) {
        database.changed(() -> {
            String items = itemsOf(revocation.kind());
            int listed;
            if (items.isEmpty()) {
                listed = run("""
                        insert into governance.revocation_release (revocation_key, release_key)
                        select :key, r.release_key from governance.release r where r.state = 'released' and
                        """ + releasesOf(revocation.kind()) + " on conflict do nothing", revocation);
            } else {
                listed = run(items.formatted("insert into governance.revocation_release (revocation_key, release_key)"
                        + " select distinct :key, r.release_key"), revocation);
                run(items.formatted("insert into governance.revocation_item (revocation_key, release_key, item)"
                        + " select :key, r.release_key, f.item"), revocation);
            }
            return listed;
        }, listed -> listed > 0
                ? new AuditEvent(event.actor(), event.action(), event.subject(), event.evidence(),
                        Map.of("releases", "" + listed))
                : null);
    }

    private int run(String statement, Revocation revocation) {
        return database.sql().sql(statement).param("key", revocation.key().value())
                .param("subject", revocation.subject()).update();
    }

    /** Kinds that take whole releases. */
    private static String releasesOf(Revocation.Kind kind) {
        return switch (kind) {
            case PROJECT -> "r.project_key = :subject";
            case AGREEMENT -> "r.agreement_key = :subject";
            case TAG -> "exists (select 1 from governance.extraction_promotion p"
                    + " where p.extraction_key = r.extraction_key and p.promotion_key = :subject)";
            case PATIENT, IMAGE_TYPE, CONTROLLER -> throw new IllegalArgumentException("works by item");
        };
    }

    /** Kinds that take single files: the tail of a statement whose head is filled in. Empty for the others. */
    private static String itemsOf(Revocation.Kind kind) {
        String from = """
                 from governance.release r join governance.extraction_file f using (extraction_key)
                """;
        return switch (kind) {
            case PATIENT -> PATIENT + "%s" + from + """
                    join identifiable.project_pseudonym s on s.project_key = r.project_key and s.pseudonym = f.pseudonym
                    join person n on n.eupi = s.eupi
                    where r.state = 'released' and f.state = 'released' on conflict do nothing""";
            case CONTROLLER -> "%s" + from + """
                    join identifiable.instance i using (instance_key)
                    where r.state = 'released' and f.state = 'released' and i.controller = :subject
                    on conflict do nothing""";
            // in whatever state: a release that rests on the rule is listed even when its files of the class are gone
            case IMAGE_TYPE -> "%s" + from + """
                    join governance.extraction_promotion x on x.extraction_key = r.extraction_key
                        and x.promotion_key = :subject
                    join identifiable.instance i using (instance_key)
                    join governance.promotion m on m.promotion_key = x.promotion_key
                        and m.subject = i.image_type_id::text
                    where r.state = 'released' on conflict do nothing""";
            case PROJECT, AGREEMENT, TAG -> "";
        };
    }

    @Override
    public List<Key> releases(Key revocation) {
        return database.sql()
                .sql("select release_key from governance.revocation_release where revocation_key = :key order by 1")
                .param("key", revocation.value()).query(String.class).list().stream().map(Key::new).toList();
    }

    @Override
    public Map<Key, List<String>> outputsToDelete(Revocation revocation) {
        Map<Key, List<String>> outputs = new HashMap<>();
        database.sql().sql(PATIENT + """
                select f.extraction_key, f.output_path from governance.extraction_file f
                join governance.extraction e using (extraction_key)
                join identifiable.project_pseudonym s on s.project_key = e.project_key and s.pseudonym = f.pseudonym
                join person n on n.eupi = s.eupi
                where f.state = 'rejected' and f.reason = 'OPTED_OUT' and f.output_path is not null""")
                .param("subject", revocation.subject()).query(row -> {
                    outputs.computeIfAbsent(new Key(row.getString(1)), k -> new ArrayList<>()).add(row.getString(2));
                });
        return outputs;
    }

    @Override
    public boolean everythingWithdrawn(Key revocation) {
        return database.sql().sql("""
                select not exists (select 1 from governance.revocation_release
                where revocation_key = :key and state <> 'withdrawn')""").param("key", revocation.value())
                .query(Boolean.class).single();
    }

    @Override
    public void destroySecret(Revocation revocation, AuditEvent event) {
        String project = """
                from governance.project j where j.project_key = s.project_key and (j.project_key = :subject
                    or j.project_key = (select a.project_key from governance.agreement a where a.agreement_key = :subject))
                and not exists (select 1 from governance.agreement o
                    where o.project_key = j.project_key and o.state = 'active')""";
        database.changed(() -> {
            database.sql().sql("delete from identifiable.project_pseudonym s using "
                    + project.replaceFirst("from ", "")).param("subject", revocation.subject()).update();
            return database.sql().sql("update identifiable.project_secret s set secret = null, destroyed_at = now() "
                    + project + " and s.destroyed_at is null").param("subject", revocation.subject()).update();
        }, destroyed -> destroyed > 0 ? event : null);
    }
}
