package org.imaginghaven.identifiable.revoke;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

/** Marks the patient behind an opt-out, so that nothing of theirs is offered again; other revocations need nothing here. */
public final class ApplyRevocationWorker implements Job<ApplyRevocationWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key revocationKey) {
    }

    private final ZoneDatabase database;

    public ApplyRevocationWorker(ZoneDatabase database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "identifiable:apply-revocation:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        AuditEvent event = AuditEvent.bySystem(type(), "patient-opted-out", input.revocationKey(), Map.of());
        int marked = database.changed(() -> database.sql().sql("""
                with recursive named as (
                    select o.eupi from governance.revocation r
                    join identifiable.opt_out o on o.opt_out_key = r.subject
                    where r.revocation_key = :key and r.kind = 'patient'
                    union
                    select p.merged_into from named n join identifiable.patient p using (eupi)
                    where p.merged_into is not null)
                update identifiable.patient p set opted_out_at = coalesce(opted_out_at, now())
                from named n where p.eupi = n.eupi""").param("key", input.revocationKey().value()).update(),
                patients -> patients > 0 ? event : null);
        if (marked == 0 && isOptOut(input.revocationKey())) {
            throw new IllegalStateException("the opt-out of this revocation leads to no patient");
        }
        return None.INSTANCE;
    }

    private boolean isOptOut(Key revocation) {
        return database.sql().sql("""
                select exists (select 1 from governance.revocation where revocation_key = :key and kind = 'patient')""")
                .param("key", revocation.value()).query(Boolean.class).single();
    }
}
