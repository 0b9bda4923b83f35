package org.imaginghaven.gate.promote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.nlp.report.Mention;
import org.imaginghaven.nlp.report.ReportReader;
import org.imaginghaven.schema.ZoneDatabase;
import org.jspecify.annotations.Nullable;

/** Reads from the archive and keeps concepts in the identifiable zone; a text is never kept. */
final class JdbcReportReadings implements ReportReadings {

    private static final String LOCK = "report-readings";
    private static final int AT_ONCE = 50;

    private final ZoneDatabase database;
    private final ReportReader reader = new ReportReader();

    JdbcReportReadings(ZoneDatabase database) {
        this.database = database;
    }

    private record Unread(UUID instance, Path path) {
        @Override
        public String toString() {
            return "Unread[" + instance + "]";
        }
    }

    private record Done(int read, int unreadable) {
    }

    @Override
    public void readNew(String actor) {
        Done done;
        do {
            done = database.changed(this::readSome, some -> some.read() + some.unreadable() == 0
                    ? null
                    : new AuditEvent(actor, "reports-read", "reports", ReportReader.version(),
                            Map.of("read", "" + some.read(), "unreadable", "" + some.unreadable())));
        } while (done.read() + done.unreadable() == AT_ONCE);
    }

    private Done readSome() {
        database.hold(LOCK);
        int unreadable = 0;
        List<Unread> unread = unread();
        for (Unread report : unread) {
            unreadable += read(report) ? 0 : 1;
        }
        return new Done(unread.size() - unreadable, unreadable);
    }

    private List<Unread> unread() {
        return database.sql().sql("select i.instance_key, b.folder, i.path from " + JdbcInventory.ELIGIBLE
                + " join identifiable.batch b on b.batch_key = i.batch_key where " + ReportText.IS_REPORT + """
                         and not exists (select 1 from identifiable.report_reading r
                            where r.instance_key = i.instance_key and r.version = :version)
                        order by i.instance_key limit :limit""").param("version", ReportReader.version())
                .param("limit", AT_ONCE).query((row, n) -> new Unread(row.getObject("instance_key", UUID.class),
                        Path.of(row.getString("folder")).resolve(row.getString("path"))))
                .list();
    }

    private boolean read(Unread report) {
        database.sql().sql("delete from identifiable.report_reading where instance_key = :instance")
                .param("instance", report.instance()).update();
        ReportReader.Report read;
        try {
            read = reader.read(ReportText.of(report.path()));
        } catch (IOException e) {
            looked(report.instance(), "UNREADABLE");
            return false;
        }
        looked(report.instance(), null);
        read.mentions().forEach(mention -> keep(report.instance(), mention));
        read.standings().forEach((concept, standing) -> database.sql().sql("""
                insert into identifiable.report_finding (instance_key, concept, standing)
                values (:instance, :concept, :standing)""").param("instance", report.instance())
                .param("concept", concept).param("standing", word(standing)).update());
        return true;
    }

    private void looked(UUID instance, @Nullable String problem) {
        database.sql().sql("""
                insert into identifiable.report_reading (instance_key, version, problem)
                values (:instance, :version, :problem)""").param("instance", instance)
                .param("version", ReportReader.version()).param("problem", problem).update();
    }

    private void keep(UUID instance, Mention mention) {
        database.sql().sql("""
                insert into identifiable.report_mention (instance_key, start_at, end_at, concept, section, assertion,
                    time, experiencer, side, place, millimetres, change, rule)
                values (:instance, :start, :end, :concept, :section, :assertion, :time, :experiencer, :side, :place,
                    :millimetres, :change, :rule)""").param("instance", instance).param("start", mention.start())
                .param("end", mention.end()).param("concept", mention.concept().id())
                .param("section", word(mention.section())).param("assertion", word(mention.standing().assertion()))
                .param("time", word(mention.standing().time()))
                .param("experiencer", word(mention.standing().experiencer()))
                .param("side", mention.side().orElse(null)).param("place", mention.place().orElse(null))
                .param("millimetres",
                        mention.millimetres().isPresent() ? (Double) mention.millimetres().getAsDouble() : null)
                .param("change", mention.change().orElse(null)).param("rule", mention.rule()).update();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Coverage coverage() {
        return database.sql().sql("""
                select count(*) filter (where problem is null)::int, count(problem)::int
                from identifiable.report_reading""")
                .query((row, n) -> new Coverage(row.getInt(1), row.getInt(2))).single();
    }

    @Override
    public Map<String, Use> uses(String concept) {
        Map<String, Use> uses = new TreeMap<>();
        database.sql().sql("""
                select f.standing, count(*), count(distinct i.eupi) from identifiable.report_finding f
                join identifiable.instance i using (instance_key) where f.concept = :concept group by 1""")
                .param("concept", concept)
                .query(row -> {
                    uses.put(row.getString(1), new Use(row.getLong(2), row.getLong(3)));
                });
        return uses;
    }
}
