package org.imaginghaven.gate.promote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;
import org.jspecify.annotations.Nullable;

final class JdbcPromotions implements Promotions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoneDatabase database;

    JdbcPromotions(ZoneDatabase database) {
        this.database = database;
    }

    @Override
    public Promotion find(Key promotion) {
        return database.sql().sql("select * from governance.promotion where promotion_key = :key")
                .param("key", promotion.value()).query((row, n) -> new Promotion(promotion, row.getString("kind"),
                        row.getString("subject"), row.getInt("version"), row.getString("state")))
                .single();
    }

    @Override
    public Optional<Key> openTag(String keyword) {
        return database.sql().sql("""
                select promotion_key from governance.promotion
                where kind = 'tag' and subject = :keyword and state = 'proposed'""").param("keyword", keyword)
                .query(String.class).optional().map(Key::new);
    }

    @Override
    public void proposeTag(Key promotion, String keyword, String by, AuditEvent event) {
        database.change(event, () -> database.sql().sql("""
                insert into governance.promotion (promotion_key, kind, subject, version, started_by)
                select :key, 'tag', :keyword, coalesce(max(version), 0) + 1, :by from governance.promotion
                where kind = 'tag' and subject = :keyword""").param("key", promotion.value())
                .param("keyword", keyword).param("by", by).update());
    }

    @Override
    public List<Long> imageTypesWithoutPromotion() {
        return database.sql()
                .sql("select image_type_id from identifiable.image_type where promotion_key is null order by 1")
                .query(Long.class).list();
    }

    @Override
    public void proposeImageType(Key promotion, long imageType, String by, AuditEvent event) {
        database.changed(() -> {
            int mine = database.sql().sql("""
                    update identifiable.image_type set promotion_key = :key
                    where image_type_id = :id and promotion_key is null""").param("key", promotion.value())
                    .param("id", imageType).update();
            if (mine == 1) {
                database.sql().sql("""
                        insert into governance.promotion (promotion_key, kind, subject, started_by)
                        values (:key, 'image-type', :subject, :by)""").param("key", promotion.value())
                        .param("subject", Long.toString(imageType)).param("by", by).update();
            }
            return mine;
        }, mine -> mine == 1 ? event : null);
    }

    @Override
    public void activate(Key promotion, @Nullable String pixelAction, AuditEvent event) {
        database.changed(() -> {
            int mine = database.sql().sql("""
                    update governance.promotion set state = 'active', changed_at = now(),
                        pixel_rule = case when :action::text is null then null
                            else jsonb_build_object('action', :action::text) end
                    where promotion_key = :key and state = 'proposed'""").param("key", promotion.value())
                    .param("action", pixelAction).update();
            if (mine == 1) {
                database.sql().sql("""
                        update governance.promotion o set state = 'superseded', changed_at = now()
                        from governance.promotion n where n.promotion_key = :key and o.kind = n.kind
                            and o.subject = n.subject and o.state = 'active' and o.promotion_key <> n.promotion_key""")
                        .param("key", promotion.value()).update();
            }
            return mine;
        }, mine -> mine == 1 ? event : null);
    }

    @Override
    public void refuse(Key promotion, AuditEvent event) {
        database.changed(() -> database.sql().sql("""
                update governance.promotion set state = 'refused', changed_at = now()
                where promotion_key = :key and state = 'proposed'""").param("key", promotion.value()).update(),
                mine -> mine == 1 ? event : null);
    }

    @Override
    public void keepEvidence(Key promotion, List<EvidenceItem> items, AuditEvent event) {
        database.change(event, () -> {
            database.hold(promotion.value());
            database.sql().sql("delete from identifiable.promotion_evidence where promotion_key = :key")
                    .param("key", promotion.value()).update();
            for (EvidenceItem item : items) {
                database.sql().sql("""
                        insert into identifiable.promotion_evidence (promotion_key, item, content, picture)
                        values (:key, :item, :content::jsonb, :picture)""").param("key", promotion.value())
                        .param("item", item.item()).param("content", json(item.content()))
                        .param("picture", item.picture(), java.sql.Types.BINARY).update();
            }
        });
    }

    @Override
    public List<EvidenceItem> evidence(Key promotion) {
        return database.sql().sql("""
                select item, content::text, picture from identifiable.promotion_evidence
                where promotion_key = :key order by item""").param("key", promotion.value())
                .query((row, n) -> new EvidenceItem(row.getString(1), map(row.getString(2)), row.getBytes(3))).list();
    }

    private static String json(Map<String, String> content) {
        try {
            return JSON.writeValueAsString(content).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence could not be written as JSON");
        }
    }

    private static Map<String, String> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence could not be read as JSON");
        }
    }
}
