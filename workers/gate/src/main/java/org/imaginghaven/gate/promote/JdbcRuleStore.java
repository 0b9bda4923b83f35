package org.imaginghaven.gate.promote;

import java.util.List;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

final class JdbcRuleStore implements RuleStore {

    private static final String ACTIVE = """
             from identifiable.identifiability_rule r join governance.promotion p using (promotion_key)
            where p.kind = 'rule' and p.state = 'active' order by r.rule_id""";

    private final ZoneDatabase database;

    JdbcRuleStore(ZoneDatabase database) {
        this.database = database;
    }

    @Override
    public void propose(Key promotion, String name, String content, String author, AuditEvent event) {
        database.change(event, () -> {
            database.hold("identifiability-rules");
            String number = database.sql().sql("""
                    insert into identifiable.identifiability_rule (name, version, content, author, promotion_key)
                    select :name, coalesce(max(version), 0) + 1, :content::jsonb, :author, :key
                    from identifiable.identifiability_rule where name = :name returning rule_id::text""")
                    .param("name", name).param("content", content).param("author", author)
                    .param("key", promotion.value()).query(String.class).single();
            database.sql().sql("""
                    insert into governance.promotion (promotion_key, kind, subject, version, started_by)
                    select promotion_key, 'rule', :number, version, :author from identifiable.identifiability_rule
                    where promotion_key = :key""").param("number", number).param("author", author)
                    .param("key", promotion.value()).update();
        });
    }

    @Override
    public String content(Key promotion) {
        return database.sql().sql("""
                select content::text from identifiable.identifiability_rule where promotion_key = :key""")
                .param("key", promotion.value()).query(String.class).single();
    }

    @Override
    public List<String> activeKeys() {
        return database.sql().sql("select r.promotion_key" + ACTIVE).query(String.class).list();
    }

    @Override
    public List<String> active() {
        return database.sql().sql("select r.content::text" + ACTIVE).query(String.class).list();
    }

    @Override
    public void activate(Key promotion, AuditEvent event) {
        database.changed(() -> {
            int mine = database.sql().sql("""
                    update governance.promotion set state = 'active', changed_at = now()
                    where promotion_key = :key and state = 'proposed'""").param("key", promotion.value()).update();
            if (mine == 1) {
                database.sql().sql("""
                        update governance.promotion p set state = 'superseded', changed_at = now()
                        from identifiable.identifiability_rule o join identifiable.identifiability_rule n using (name)
                        where n.promotion_key = :key and o.promotion_key <> n.promotion_key
                            and p.promotion_key = o.promotion_key and p.state = 'active'""")
                        .param("key", promotion.value()).update();
            }
            return mine;
        }, mine -> mine == 1 ? event : null);
    }
}
