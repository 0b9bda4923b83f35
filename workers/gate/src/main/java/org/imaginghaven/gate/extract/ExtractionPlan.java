package org.imaginghaven.gate.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imaginghaven.dicom.identity.ProjectIdentity;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.InvalidCohort;
import org.imaginghaven.search.schema.InventoryFilter;

/** From an agreement to the list of files it is about, in a few set statements. */
final class ExtractionPlan {

    private final ZoneDatabase database;

    ExtractionPlan(ZoneDatabase database) {
        this.database = database;
    }

    private record Cohort(String key, String definition) {
    }

    int make(Extraction extraction, int chunkFiles, AuditEvent event) {
        database.changed(() -> {
            database.hold(extraction.key().value());
            int first = database.sql().sql("""
                    update governance.extraction set state = 'extracting'
                    where extraction_key = :key and state = 'planned'""").param("key", extraction.key().value())
                    .update();
            if (first == 1) {
                request(extraction, chunkFiles);
                missed(extraction);
                name(extraction);
                restOn(extraction);
            }
            return first;
        }, first -> first == 1 ? planned(event, extraction.key()) : null);
        return requested(extraction.key());
    }

    private AuditEvent planned(AuditEvent event, Key extraction) {
        return new AuditEvent(event.actor(), event.action(), event.subject(), event.evidence(),
                Map.of("requested", "" + requested(extraction)));
    }

    private int requested(Key extraction) {
        return database.sql().sql("""
                select count(*)::int from governance.extraction_file
                where extraction_key = :key and state <> 'unmatched'""").param("key", extraction.value())
                .query(Integer.class).single();
    }

    private Cohort cohort(Extraction extraction) {
        return database.sql().sql("""
                select c.cohort_key, c.definition::text from governance.agreement a
                join inventory.cohort c using (cohort_key) where a.agreement_key = :key""")
                .param("key", extraction.agreementKey().value())
                .query((row, n) -> new Cohort(row.getString(1), row.getString(2))).single();
    }

    /** What came into the archive after the cohort was frozen was not asked for, even where the definition fits it. */
    private void request(Extraction extraction, int chunkFiles) {
        Cohort cohort = cohort(extraction);
        InventoryFilter filter = filter(cohort);
        List<Object> parameters = new ArrayList<>();
        parameters.add(extraction.key().value());
        parameters.add(chunkFiles);
        parameters.addAll(filter.parameters());
        parameters.add(extraction.agreementKey().value());
        parameters.add(cohort.key());
        database.sql().sql("""
                insert into governance.extraction_file (extraction_key, item, instance_key, chunk)
                select ?, lpad(n::text, 9, '0'), instance_key, (n - 1) / ? from (
                    select i.instance_key,
                        row_number() over (order by p.patient_key, s.study_key, e.series_key, i.instance_key) as n
                """ + InventoryFilter.FROM + " where " + filter.condition() + """
                 and i.controller in (select c.controller from governance.agreement_controller c
                    where c.agreement_key = ? and c.revoked_at is null)
                and exists (select 1 from identifiable.instance o where o.instance_key = i.instance_key
                    and o.ingested_at <= (select frozen_at from inventory.cohort where cohort_key = ?))) q""")
                .params(parameters).update();
    }

    private static InventoryFilter filter(Cohort cohort) {
        try {
            return InventoryFilter.of(CohortQuery.parse(cohort.definition()));
        } catch (InvalidCohort e) {
            throw new IllegalStateException("a frozen cohort whose definition does not parse");
        }
    }

    /** The cohort counted files that are no longer there: they are requested, and matched by nothing. */
    private void missed(Extraction extraction) {
        database.sql().sql("""
                insert into governance.extraction_file (extraction_key, item, state, reason)
                select :key, 'm' || lpad(row_number() over ()::text, 8, '0'), 'unmatched', 'NO_LONGER_IN_INVENTORY'
                from (select cc.controller, cc.files - (select count(*) from governance.extraction_file f
                        join inventory.instance i using (instance_key)
                        where f.extraction_key = :key and i.controller = cc.controller) as missing
                    from governance.agreement a join inventory.cohort_controller cc using (cohort_key)
                    join governance.agreement_controller c on c.agreement_key = a.agreement_key
                        and c.controller = cc.controller and c.revoked_at is null
                    where a.agreement_key = :agreement) m, generate_series(1, m.missing)""")
                .param("key", extraction.key().value()).param("agreement", extraction.agreementKey().value()).update();
    }

    private void name(Extraction extraction) {
        byte[] secret = ProjectSecrets.of(database, extraction.projectKey())
                .orElseThrow(() -> new IllegalStateException("the key of this project was destroyed"));
        ProjectIdentity identity = new ProjectIdentity(ProjectKey.of(secret));
        List<String> eupis = database.sql().sql("""
                select distinct i.eupi from governance.extraction_file f
                join identifiable.instance i using (instance_key) where f.extraction_key = :key order by 1""")
                .param("key", extraction.key().value()).query(String.class).list();
        database.sql().sql("""
                insert into identifiable.project_pseudonym (project_key, eupi, pseudonym)
                select :project, eupi, pseudonym from unnest(:eupis, :pseudonyms) as x(eupi, pseudonym)
                on conflict do nothing""").param("project", extraction.projectKey().value())
                .param("eupis", eupis.toArray(String[]::new))
                .param("pseudonyms", eupis.stream().map(identity::pseudonym).toArray(String[]::new)).update();
        database.sql().sql("""
                update governance.extraction_file f set pseudonym = p.pseudonym
                from identifiable.instance i
                join identifiable.project_pseudonym p on p.eupi = i.eupi and p.project_key = :project
                where f.extraction_key = :key and i.instance_key = f.instance_key""")
                .param("project", extraction.projectKey().value()).param("key", extraction.key().value()).update();
    }

    /**
     * The metadata table shows promoted tags, the cohort may be made of findings, and rules let texts through, so the
     * extraction rests on each; pixel rules are added as they are used.
     */
    private void restOn(Extraction extraction) {
        database.sql().sql("""
                insert into governance.extraction_promotion (extraction_key, promotion_key)
                select :key, promotion_key from governance.promotion where kind = 'tag' and state = 'active'
                    and (subject in ('Modality', 'BodyPartExamined', 'Manufacturer', 'PatientSex', 'PatientAge')
                        or subject in (select 'ReportFinding:' || split_part(v, ':', 1) from governance.agreement a
                            join inventory.cohort c using (cohort_key),
                            jsonb_array_elements_text(coalesce(c.definition -> 'finding', '[]')) v
                            where a.agreement_key = :agreement))
                union all select :key, p.promotion_key from governance.promotion p
                    join identifiable.identifiability_rule r using (promotion_key)
                    where p.state = 'active' and r.content ->> 'action' <> 'report'
                on conflict do nothing""").param("key", extraction.key().value())
                .param("agreement", extraction.agreementKey().value()).update();
    }
}
